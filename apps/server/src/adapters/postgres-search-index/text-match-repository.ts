/** @file Texts against `search_documents`. */
import type pg from 'pg';

/** One way to take a text. */
export interface TextStage {
  /** A tsquery: what is found. */
  readonly query: string;
  /** A tsquery: what counts for more among it. */
  readonly favoured: string;
}

export interface StageMatch {
  /** Of the stages: the first that found something. */
  readonly stage: number;
  readonly productIds: Int32Array;
  /** Above 10: the whole title was typed. */
  readonly scores: Float32Array;
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
      : 'where exists (select from search_documents d where d.document @@ s.query) order by s.stage limit 1';
  const { rows } = await pool.query<{ stage: number; ids: Buffer; scores: Buffer; best: string }>({
    text: `
      with stages as (
        select to_tsquery('kindred_search', query) as query, to_tsquery('kindred_search', favoured) as favoured, stage
        from unnest($1::text[], $2::text[]) with ordinality as given (query, favoured, stage)
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
        (select title_key from scored order by score desc, product_id desc limit 1) as best
      from scored having count(*) > 0`,
    values: [stages.map(({ query }) => query), stages.map(({ favoured }) => favoured), title],
  });
  const row = rows[0];
  if (!row) return undefined;
  const length = row.ids.length / 4;
  return {
    stage: row.stage - 1,
    productIds: Int32Array.from({ length }, (_, at) => row.ids.readInt32BE(4 * at)),
    scores: Float32Array.from({ length }, (_, at) => row.scores.readFloatBE(4 * at)),
    bestTitleKey: row.best,
  };
}

/** The titles with U+0001 before and U+0002 after each word of the query. */
export async function markTitles(
  pool: pg.Pool,
  { productIds, query }: { productIds: readonly number[]; query: string },
): Promise<{ productId: number; marked: string }[]> {
  const { rows } = await pool.query<{ productId: number; marked: string }>({
    text: `
      select p.product_id as "productId", ts_headline('kindred_search', translate(search_plain(p.title), chr(1) || chr(2), '  '), to_tsquery('kindred_search', $2),
        'HighlightAll=true, StartSel=' || chr(1) || ', StopSel=' || chr(2)) as marked
      from products p where p.product_id = any($1::int[])`,
    values: [productIds, query],
  });
  return rows;
}
