/** @file Matches texts against `search_documents`. */

import { endianness } from 'node:os';
import type { Database } from '../../platform/postgres/database.ts';
import { type Statement, sql } from '../../platform/postgres/sql.ts';
import { few } from '../search-reading/choose-stages.ts';
import { type LearnedRows, selectLearned } from '../search-reading/learned-products.ts';
import {
  adjacentPoints,
  exactPoints,
  focusPoints,
  focusWords,
  namePoints,
} from '../search-reading/score-sheet.ts';

export interface FoundByText {
  /** The first stage that found something, or undefined if none did. */
  readonly stage: number | undefined;
  /** The same stage, or the last stage whose products follow. */
  readonly lastStage: number | undefined;
  /** The products that shoppers chose after this text, or null. */
  readonly learned: LearnedRows | null;
  readonly productIds: Int32Array;
  readonly scores: Float32Array;
  /** Sums of `isWhole`, `isInTitle` and `isName`. */
  readonly traits: Uint8Array;
}

/** Of a found product: it has the whole text, its title has the thing, the subject of its title ends with the thing. */
export const traits = { isWhole: 1, isInTitle: 2, isName: 4 } as const;

export interface TextQueries {
  readonly stages: readonly { readonly query: string; readonly isLastResort: boolean }[];
  /** The tiers of each part, the best first. */
  readonly parts: readonly (readonly { readonly query: string; readonly points: number }[])[];
  readonly adjacent: readonly string[];
  /** Matches the name of the thing. */
  readonly name: string | undefined;
  /** Matches the thing in a title. */
  readonly thing: string | undefined;
  /** The text, which may be a whole title or a product's number. */
  readonly title: string;
  /** The key under which shoppers' choices are stored. */
  readonly key: string;
  /** If the first stage finds nothing, the search returns nothing. */
  readonly isToBeWhole: boolean;
}

/** Returns the matches of the first stage that finds any. If they are few, the matches of weaker stages follow, as in `chooseStages`. */
export async function matchStages(
  db: Database,
  { stages, parts, adjacent, name, thing, title, key, isToBeWhole }: TextQueries,
  least: number,
): Promise<FoundByText> {
  const asked: string[] = [];
  const ask = (query: string): Statement => sql.raw(`q.q${asked.push(query)}`);
  const terms = [
    ...parts.map(
      (tiers) =>
        sql`case ${sql.join(
          tiers.map(({ query, points }) => sql`when d.head @@ ${ask(query)} then ${figure(points)}`),
          sql` `,
        )} else 0 end`,
    ),
    ...adjacent.map(
      (query) =>
        sql`case when d.head @@ ${ask(query)} then ${figure(adjacentPoints / adjacent.length)} else 0 end`,
    ),
    ...(name === undefined
      ? []
      : [sql`case when d.name @@ ${ask(name)} then ${figure(namePoints)} else 0 end`]),
  ];
  const trait = (condition: Statement, worth: number) =>
    sql`case when ${condition} then ${figure(worth)} else 0 end`;
  const told = [
    trait(sql`q.first is null or q.first = q.last or d.document @@ q.first`, traits.isWhole),
    ...(thing === undefined ? [] : [trait(sql`d.head @@ ${ask(thing)}`, traits.isInTitle)]),
    ...(name === undefined ? [] : [trait(sql`d.name @@ ${ask(name)}`, traits.isName)]),
  ];
  const plus = sql` + `;
  const columns = asked.map(
    (query, index) => sql`, to_tsquery('kindred_search', ${query}) as ${sql.raw(`q${index + 1}`)}`,
  );
  const { rows } = await db.execute<{
    stage: number | null;
    last_stage: number | null;
    ids: Buffer | null;
    scores: Buffer | null;
    traits: Buffer | null;
    learned: LearnedRows | null;
  }>(sql`
      with recursive given as materialized (
        select place::int, to_tsquery('kindred_search', query) as query, is_last_resort
        from unnest(${stages.map(({ query }) => query)}::text[], ${stages.map((one) => one.isLastResort)}::boolean[]) with ordinality as given (query, is_last_resort, place)
      ), tried (place, query, found) as (
        select place, query, ${countOfGiven} from given where place = 1
        union all
        select given.place, given.query, ${countOfGiven} from tried join given on given.place = tried.place + 1
        where tried.place <= ${least} or (tried.found < ${few} and (case when tried.found = 0 then not ${isToBeWhole}::boolean else not is_last_resort end))
      ), q as materialized (
        select first.place as stage, last.place as last_stage, first.query as first, last.query as last, search_key(${title}) as title_key
          ${sql.join(columns, sql``)}
        from (values (1)) as one
          left join (select place, query from tried where found > 0 order by place limit 1) as first on true
          left join (select place, query from tried where found > 0 order by place desc limit 1) as last on true
      ), exact as materialized (
        select product_id from search_documents where title_key = search_key(${title}) and title_key <> ''
        union select product_id from products where parent_asin = upper(${title}) and is_listed
      ), matched as (
        select d.product_id, (${sql.join(terms, plus)}
          + ${figure(focusPoints * focusWords)} / (${figure(focusWords)} + d.subject_words)
          + case when d.product_id in (select product_id from exact) then ${figure(exactPoints)} else 0 end)::float4 as score,
          (${sql.join(told, plus)})::int2 as traits
        from q cross join lateral (
          select product_id, head, document, name, subject_words from search_documents where document @@ q.last
          union all
          select product_id, head, document, name, subject_words from search_documents
          where product_id in (select product_id from exact) and (document @@ q.last) is not true
        ) as d
      )
      select coalesce((select stage from q), case when count(*) > 0 then 1 end) - 1 as stage,
        (select last_stage from q) - 1 as last_stage,
        string_agg(int4send(product_id), '') as ids, string_agg(float4send(score), '') as scores,
        string_agg(int2send(traits), '') as traits,
        ${selectLearned(key)} as learned
      from matched`);
  const { stage, last_stage: lastStage, ids, scores, traits: ofEach, learned } = rows[0]!;
  return {
    stage: stage ?? undefined,
    lastStage: lastStage ?? stage ?? undefined,
    learned,
    productIds: new Int32Array(inOwnOrder(ids, 4)),
    scores: new Float32Array(inOwnOrder(scores, 4)),
    traits: Uint8Array.from(new Int16Array(inOwnOrder(ofEach, 2))),
  };
}

/** Converts numbers of `size` bytes from PostgreSQL's byte order to this machine's. */
function inOwnOrder(sent: Buffer | null, size: 2 | 4): ArrayBuffer {
  const { buffer } = new Uint8Array(sent ?? []);
  if (endianness() === 'LE') {
    const bytes = Buffer.from(buffer);
    if (size === 4) bytes.swap32();
    else bytes.swap16();
  }
  return buffer;
}

/** Puts the number into the statement's text, so that PostgreSQL knows whether it is an integer. */
const figure = (value: number): Statement => sql.raw(String(value));

const countOfGiven = sql`(select count(*)::int from (select from search_documents where document @@ given.query limit ${few}) as found)`;
