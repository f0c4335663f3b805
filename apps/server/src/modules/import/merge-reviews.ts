import type pg from 'pg';
import type { ImportBatch } from './batch.ts';
import { copyBatch } from './copy-batch.ts';

export const reviewStaging = `create temp table import_reviews (
  user_id text not null, parent_asin text not null, rating smallint not null, "timestamp" timestamptz not null,
  first_time timestamptz not null, title text not null, "text" text not null, helpful_votes int not null,
  verified_purchase boolean not null) on commit delete rows`;

/** Inside the transaction of a batch. A review that is not older than the one in the table takes its place. */
export async function mergeReviews(
  client: pg.ClientBase,
  { copy }: ImportBatch<null>,
): Promise<{ inserted: number; updated: number; stubs: number }> {
  await client.query('set local kindred.ratings_deferred = on');
  // A batch looks its rows up; without statistics the planner would read whole tables for each.
  await client.query('set local enable_hashjoin = off');
  await client.query('set local enable_mergejoin = off');
  await copyBatch(client, 'import_reviews', copy);
  await client.query(addUsers);
  const { rowCount: stubs } = await client.query(addStubs);
  const { rows: rights } = await client.query<{ bulk: boolean }>(mayCheckReferencesInBulk);
  // Row by row, PostgreSQL's own check that user and product exist takes as long as the insert. They do: whoever would delete
  // one waits for the end of our transaction (migration 0005).
  if (rights[0]!.bulk) await client.query('set local session_replication_role = replica');
  const { rows: done } = await client.query<{ inserted: number; updated: number }>(putReviews);
  if (rights[0]!.bulk) await client.query('set local session_replication_role = origin');
  return { ...done[0]!, stubs: stubs ?? 0 };
}

/** By the database's rule, once for all: a trigger would touch a product as often as the file names it. */
export async function refreshRatings(client: pg.ClientBase): Promise<void> {
  await client.query('select refresh_product_ratings(null)');
}

/** A reviewer joined with the first review; somebody who registered keeps the day that happened. */
const addUsers = `
  with first as materialized (
    select user_id, min(first_time) as joined from import_reviews group by user_id
  ), added as (
    insert into users (user_id, date_joined)
    select user_id, joined from first where not exists (select from users u where u.user_id = first.user_id)
    on conflict (user_id) do nothing
  )
  update users u set date_joined = first.joined from first
  where u.user_id = first.user_id and u.email is null and first.joined < u.date_joined`;

/** Needs a superuser, which we are on our own server. Of the shop's triggers only those may be skipped that are put off anyway. */
const mayCheckReferencesInBulk = `
  select current_setting('is_superuser') = 'on'
    and not exists (
      select from pg_trigger
      where tgrelid = 'reviews'::regclass and not tgisinternal and tgfoid <> 'rate_products_of_reviews'::regproc
    ) as bulk`;

const addStubs = `
  insert into products (parent_asin, title, is_listed)
  select distinct parent_asin, parent_asin, false from import_reviews s
  where not exists (select from products p where p.parent_asin = s.parent_asin)
  order by parent_asin
  on conflict (parent_asin) do nothing`;

const putReviews = `
  with put as (
    insert into reviews as r (user_id, product_id, rating, "timestamp", title, "text", helpful_votes, verified_purchase, source)
    select s.user_id, p.product_id, s.rating, s."timestamp", s.title, s."text", s.helpful_votes, s.verified_purchase, 'import'
    from import_reviews s join products p using (parent_asin)
    on conflict (user_id, product_id) do update set rating = excluded.rating, "timestamp" = excluded."timestamp",
      title = excluded.title, "text" = excluded."text", helpful_votes = excluded.helpful_votes,
      verified_purchase = excluded.verified_purchase
    where excluded."timestamp" >= r."timestamp"
      and (r.rating, r."timestamp", r.title, r."text", r.helpful_votes, r.verified_purchase) is distinct from
        (excluded.rating, excluded."timestamp", excluded.title, excluded."text", excluded.helpful_votes, excluded.verified_purchase)
    returning xmax = 0 as is_new
  )
  select count(*) filter (where is_new)::int as inserted, count(*) filter (where not is_new)::int as updated from put`;
