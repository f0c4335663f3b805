import type pg from 'pg';
import { copyRows, toCopyLine } from './copy-rows.ts';
import type { ReviewRow } from './review-row.ts';

/** One review per user and product in a batch; `firstTimeMs` is that of the oldest one it stands for. */
export interface ReviewToMerge extends ReviewRow {
  firstTimeMs: number;
}

export const reviewStaging = `create temp table import_reviews (
  user_id text not null, parent_asin text not null, rating smallint not null, "timestamp" timestamptz not null,
  first_time timestamptz not null, title text not null, "text" text not null, helpful_votes int not null,
  verified_purchase boolean not null) on commit delete rows`;

/** Inside a transaction. A review that is not older than the one in the table takes its place. */
export async function mergeReviews(
  client: pg.ClientBase,
  reviews: readonly ReviewToMerge[],
): Promise<{ inserted: number; updated: number; stubs: number }> {
  await copyRows(client, 'import_reviews', reviews.map(toLine));
  await client.query(addUsers);
  const { rowCount: stubs } = await client.query(addStubs);
  const { rows: rights } = await client.query<{ bulk: boolean }>(mayCheckReferencesInBulk);
  const isBulk = rights[0]!.bulk;
  await lockReferences(client, reviews);
  const { rowCount: updated } = await client.query(updateReviews);
  // Row by row, PostgreSQL's own check that user and product exist takes half the time of the insert. They do: we hold them.
  if (isBulk) await client.query('set local session_replication_role = replica');
  const { rowCount: inserted } = await client.query(insertReviews);
  if (isBulk) await client.query('set local session_replication_role = origin');
  return { inserted: inserted ?? 0, updated: updated ?? 0, stubs: stubs ?? 0 };
}

/** Nobody can delete the users and products of the batch until we commit; the lock is the one that a foreign key takes. */
async function lockReferences(client: pg.ClientBase, reviews: readonly ReviewToMerge[]): Promise<void> {
  const { rows: users } = await client.query<{ count: number }>(lockUsers);
  const { rows: products } = await client.query<{ count: number }>(lockProducts);
  const isComplete =
    users[0]!.count === new Set(reviews.map(({ userId }) => userId)).size &&
    products[0]!.count === new Set(reviews.map(({ parentAsin }) => parentAsin)).size;
  if (!isComplete) {
    throw new Error(
      'A user or product was deleted while reviews of it were imported: import the file again.',
    );
  }
}

/** The shop's own reviews are the truth about products that have any; the others keep what their meta says. */
export async function refreshAverageRatings(client: pg.ClientBase): Promise<void> {
  await client.query(`
    update products p set average_rating = r.mean, rating_count = r.count, updated_at = now()
    from (select product_id, avg(rating)::float8 as mean, count(*)::int as count
      from reviews where status = 'published' group by product_id) r
    where r.product_id = p.product_id
      and (p.average_rating, p.rating_count) is distinct from (r.mean, r.count)`);
}

const toLine = (review: ReviewToMerge): string => {
  const time = new Date(review.timeMs).toISOString();
  return toCopyLine([
    review.userId,
    review.parentAsin,
    review.rating,
    time,
    review.firstTimeMs === review.timeMs ? time : new Date(review.firstTimeMs).toISOString(),
    review.title,
    review.text,
    review.helpfulVotes,
    review.isVerified,
  ]);
};

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

/** Needs a superuser, which we are on our own server, and a table without triggers of the shop's, which would be skipped. */
const mayCheckReferencesInBulk = `
  select current_setting('is_superuser') = 'on'
    and not exists (select from pg_trigger where tgrelid = 'reviews'::regclass and not tgisinternal) as bulk`;

const lockUsers = `
  select count(*)::int from (
    select from users u where exists (select from import_reviews s where s.user_id = u.user_id) for key share
  ) locked`;

const lockProducts = `
  select count(*)::int from (
    select from products p where exists (select from import_reviews s where s.parent_asin = p.parent_asin) for key share
  ) locked`;

const addStubs = `
  insert into products (parent_asin, title, is_listed)
  select distinct parent_asin, parent_asin, false from import_reviews s
  where not exists (select from products p where p.parent_asin = s.parent_asin)
  order by parent_asin
  on conflict (parent_asin) do nothing`;

const updateReviews = `
  update reviews r set rating = s.rating, "timestamp" = s."timestamp", title = s.title, "text" = s."text",
    helpful_votes = s.helpful_votes, verified_purchase = s.verified_purchase
  from import_reviews s join products p using (parent_asin)
  where r.user_id = s.user_id and r.product_id = p.product_id and s."timestamp" >= r."timestamp"
    and (r.rating, r."timestamp", r.title, r."text", r.helpful_votes, r.verified_purchase)
      is distinct from (s.rating, s."timestamp", s.title, s."text", s.helpful_votes, s.verified_purchase)`;

const insertReviews = `
  insert into reviews (user_id, product_id, rating, "timestamp", title, "text", helpful_votes, verified_purchase)
  select s.user_id, p.product_id, s.rating, s."timestamp", s.title, s."text", s.helpful_votes, s.verified_purchase
  from import_reviews s join products p using (parent_asin)
  where not exists (select from reviews r where r.user_id = s.user_id and r.product_id = p.product_id)`;
