import type { Transaction } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import type { ImportBatch } from './batch.ts';
import { copyBatch } from './copy-batch.ts';
import { mergeUsers } from './merge-users.ts';
import { type ReviewFacts, reviewSaid } from './review-format.ts';

export const reviewStaging = sql`create temp table import_reviews (
  user_id text not null, parent_asin text not null, is_by_number boolean not null, variant_asin text, rating smallint not null,
  "timestamp" timestamptz not null, first_time timestamptz not null, said int not null, title text not null, "text" text not null,
  helpful_votes int not null, verified_purchase boolean not null, photos text[] not null) on commit delete rows`;

/** Runs in the transaction of a batch. A review replaces the stored one unless it is older. */
export async function mergeReviews(
  tx: Transaction,
  { copy, facts }: ImportBatch<ReviewFacts>,
): Promise<{ inserted: number; updated: number; stubs: number; profiles: number; accountsKept: number }> {
  await tx.execute(sql`set local kindred.ratings_deferred = on`);
  // Without statistics, the planner would read whole tables for each batch instead of using indexes.
  await tx.execute(sql`set local enable_hashjoin = off`);
  await tx.execute(sql`set local enable_mergejoin = off`);
  await copyBatch(tx, 'import_reviews', copy);
  if (facts.hasNumbers) for (const statement of nameProducts) await tx.execute(statement);
  await nameVariants(tx);
  const people = facts.users === null ? null : await mergeUsers(tx, [facts.users]);
  await tx.execute(addUsers);
  const { rowCount: stubs } = await tx.execute(addStubs);
  const { rows: rights } = await tx.execute<{ bulk: boolean }>(mayCheckReferencesInBulk);
  // PostgreSQL's own check of each row that user and product exist takes as long as the insert. They do exist: a transaction that
  // deletes one waits for the end of this one (migration 0005).
  if (rights[0]!.bulk) await tx.execute(sql`set local session_replication_role = replica`);
  const done = { inserted: 0, updated: 0 };
  for (const said of facts.said) {
    const { rows } = await tx.execute<{ inserted: number; updated: number }>(putReviews(said));
    done.inserted += rows[0]!.inserted;
    done.updated += rows[0]!.updated;
  }
  if (rights[0]!.bulk) await tx.execute(sql`set local session_replication_role = origin`);
  return {
    ...done,
    stubs,
    profiles: people === null ? 0 : people.inserted + people.updated,
    accountsKept: people?.accountsKept ?? 0,
  };
}

/** Sorts the batch: without hash joins, a join with itself would compare each row with each. */
const dropOlder = sql`delete from import_reviews where ctid = any (array(
   select ctid from (
     select ctid, row_number() over (partition by user_id, parent_asin order by "timestamp" desc, ctid desc) as place from import_reviews
   ) as sorted where place > 1))`;

/** Resolves a data set's numbers to its products. Two names in one batch may turn out to mean the same product. */
const nameProducts = [
  sql`update import_reviews s set parent_asin = p.parent_asin, is_by_number = false
   from products p where s.is_by_number and p.imported_id = s.parent_asin`,
  dropOlder,
];

/** A review of a group belongs to the variant that it names, or to the group's first product. */
async function nameVariants(tx: Transaction): Promise<void> {
  const { rows } = await tx.execute<{ exist: boolean; have_own_name: boolean }>(findGroups);
  const { exist, have_own_name } = rows[0]!;
  if (!exist) return;
  let { rowCount: named } = await tx.execute(nameByVariant);
  if (have_own_name) named += (await tx.execute(nameByGroup)).rowCount;
  if (named > 0) await tx.execute(dropOlder);
}

/** In many data sets each group has the name of one of its products. */
const findGroups = sql`
  select exists (select from product_groups) as exist,
    exists (
      select from product_groups g where not exists (select from products p where p.parent_asin = g.parent_asin)
    ) as have_own_name`;

const nameByVariant = sql`
  update import_reviews s set parent_asin = p.parent_asin
  from product_groups g join products p using (group_id)
  where s.variant_asin is not null and p.parent_asin = s.variant_asin and g.parent_asin = s.parent_asin`;

const nameByGroup = sql`
  update import_reviews s set parent_asin = p.parent_asin
  from product_groups g join products p on p.product_id = g.group_id
  where g.parent_asin = s.parent_asin and not exists (select from products other where other.parent_asin = s.parent_asin)`;

/** Computes all ratings once, by the database's rule. A trigger would update a product as often as the file names it. */
export async function refreshRatings(tx: Transaction): Promise<void> {
  await tx.execute(sql`select refresh_product_ratings(null)`);
}

/**
 * Adds the reviewers, who joined on the day of their first review. An account keeps the day of its registration. The `case` prevents the
 * planner from comparing each user with each reviewer: without statistics, it expects only two users without an email address.
 */
export const addUsers = sql`
  with first as materialized (
    select user_id, min(first_time) as joined from import_reviews group by user_id
  ), added as (
    insert into users (user_id, date_joined)
    select user_id, joined from first where not exists (select from users u where u.user_id = first.user_id)
    on conflict (user_id) do nothing
  )
  update users u set date_joined = first.joined from first
  where u.user_id = first.user_id
    and case when u.email is null and not u.date_joined_is_imported then first.joined < u.date_joined end`;

/** Needs a superuser, which the shop is on its own server. The shop's triggers may only be skipped if their work is deferred anyway. */
const mayCheckReferencesInBulk = sql`
  select current_setting('is_superuser') = 'on'
    and not exists (
      select from pg_trigger
      where tgrelid = 'reviews'::regclass and not tgisinternal and tgfoid <> 'rate_products_of_reviews'::regproc
    ) as bulk`;

const addStubs = sql`
  insert into products (parent_asin, title, is_listed, imported_id)
  select parent_asin, parent_asin, false, case when bool_or(is_by_number) then parent_asin end from import_reviews s
  where not exists (select from products p where p.parent_asin = s.parent_asin)
  group by parent_asin order by parent_asin
  on conflict (parent_asin) do nothing`;

const sayable = {
  title: 'title',
  text: '"text"',
  helpfulVotes: 'helpful_votes',
  isVerified: 'verified_purchase',
  photos: 'photos',
} as const;

/** Writes the rows that contain exactly the values in `said`. The other values of an existing review stay. */
function putReviews(said: number): Statement {
  const values = Object.keys(sayable) as Array<keyof typeof sayable>;
  const columns = [
    'rating',
    '"timestamp"',
    ...values.filter((value) => (said & reviewSaid.bits[value]) !== 0).map((value) => sayable[value]),
  ];
  const listed = (alias: string) => sql.raw(columns.map((column) => `${alias}.${column}`).join(', '));
  const written = sql.raw(columns.map((column) => `${column} = excluded.${column}`).join(', '));
  return sql`
    with put as (
      insert into reviews as r (user_id, product_id, rating, "timestamp", title, "text", helpful_votes, verified_purchase, photos, source)
      select s.user_id, p.product_id, s.rating, s."timestamp", s.title, s."text", s.helpful_votes, s.verified_purchase, s.photos, 'import'
      from import_reviews s join products p using (parent_asin) where s.said = ${said}
      on conflict (user_id, product_id) do update set ${written}
      where excluded."timestamp" >= r."timestamp" and (${listed('r')}) is distinct from (${listed('excluded')})
      returning xmax = 0 as is_new
    )
    select count(*) filter (where is_new)::int as inserted, count(*) filter (where not is_new)::int as updated from put`;
}
