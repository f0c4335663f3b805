/** @file Texts against `search_documents`. */
import type pg from 'pg';

/** One way to take a text. */
export interface TextStage {
  /** A tsquery: what is found. */
  readonly query: string;
  /** A tsquery: what counts for more among it. */
  readonly favoured: string;
  /** What a title may show. */
  readonly words: readonly string[];
}

export interface StageMatch {
  /** Of the stages: the first that found something. */
  readonly stage: number;
  readonly productIds: Int32Array;
  /** Above 10: the whole title was typed. */
  readonly scores: Float32Array;
  /** Of the stage's words: what a title's words are compared with. */
  readonly lexemes: ReadonlySet<string>;
  /** The key of the title that has the best score. */
  readonly bestTitleKey: string;
}

/** Among so few it pays to compare the titles letter by letter. */
const fewMatches = 400;
/** Of categories, brand and colour, title; nothing in `head` has the first. */
const weights = `'{0, 0.15, 0.4, 1}'`;

/** Undefined: no stage found anything. `title` is what may be a title as a whole. */
export async function matchText(
  pool: pg.Pool,
  { stages, title }: { stages: readonly TextStage[]; title: string },
): Promise<StageMatch | undefined> {
  // Whether a stage finds anything need not be asked first when there is no other.
  const chosen =
    stages.length === 1
      ? ''
      : `where exists (select from search_documents d where d.document @@ s.query)
        or s.stage = 1 and exists (select from search_documents where title_key = search_key($3) and title_key <> '')
        order by s.stage limit 1`;
  const { rows } = await pool.query<{
    stage: number;
    ids: Buffer;
    scores: Buffer;
    lexemes: string[];
    best: string;
  }>({
    text: `
      with stages as (
        select to_tsquery('kindred_search', query) as query, to_tsquery('kindred_search', favoured) as favoured, words, stage
        from unnest($1::text[], $2::text[], $4::text[]) with ordinality as given (query, favoured, words, stage)
      ), chosen as materialized (select * from stages s ${chosen}),
      matched as materialized (
        select c.stage, d.product_id, d.title_key, d.title_key = search_key($3) as is_exact,
          ts_rank(${weights}, d.head, c.query) + case when c.favoured <> c.query then ts_rank(${weights}, d.head, c.favoured) else 0 end
            as rank
        from chosen c cross join lateral (
          select product_id, title_key, head from search_documents where document @@ c.query
          union all
          select product_id, title_key, head from search_documents
          where c.stage = 1 and title_key = search_key($3) and title_key <> '' and not document @@ c.query
        ) as d
      ), scored as materialized (
        select stage, product_id, title_key,
          (case when is_exact then 10 else 0 end + rank
            + case when (select count(*) from matched) <= ${fewMatches} then similarity(title_key, search_key($3)) else 0 end)::float4
            as score
        from matched
      )
      select min(stage)::int as stage, string_agg(int4send(product_id), '') as ids, string_agg(float4send(score), '') as scores,
        (select tsvector_to_array(to_tsvector('kindred_search', words)) from chosen) as lexemes,
        (select title_key from scored order by score desc, product_id desc limit 1) as best
      from scored having count(*) > 0`,
    values: [
      stages.map(({ query }) => query),
      stages.map(({ favoured }) => favoured),
      title,
      stages.map(({ words }) => words.join(' ')),
    ],
  });
  const row = rows[0];
  if (!row) return undefined;
  const length = row.ids.length / 4;
  return {
    stage: row.stage - 1,
    productIds: Int32Array.from({ length }, (_, at) => row.ids.readInt32BE(4 * at)),
    scores: Float32Array.from({ length }, (_, at) => row.scores.readFloatBE(4 * at)),
    lexemes: new Set(row.lexemes),
    bestTitleKey: row.best,
  };
}
