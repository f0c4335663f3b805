import type { FeedbackKind } from '@kindred/contracts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { utcTime } from '../../../platform/postgres/utc-time.ts';
import { isAbout, type Person } from './person.ts';

export interface StoredFeedback {
  readonly feedbackId: string;
  readonly kind: FeedbackKind;
  readonly productId: number | null;
  readonly brand: string | null;
  readonly category: { readonly categoryId: number; readonly name: string } | null;
  /** As the API shows it. */
  readonly givenAt: string;
}

interface FeedbackRow {
  feedback_id: string;
  kind: FeedbackKind;
  product_id: number | null;
  brand: string | null;
  category_id: number | null;
  category: string | null;
  given_at: string;
}

const columns = sql`f.feedback_id::text, f.kind::text, f.product_id, f.brand, f.category_id, c.name as category,
  ${utcTime(sql`f.given_at`)} as given_at`;

const feedbackOf = (row: FeedbackRow): StoredFeedback => ({
  feedbackId: row.feedback_id,
  kind: row.kind,
  productId: row.product_id,
  brand: row.brand,
  category: row.category_id === null ? null : { categoryId: row.category_id, name: row.category! },
  givenAt: row.given_at,
});

/** Kinds that are not for people to read: they only mark a time. */
const marks = sql`('forget', 'reset')`;

const ownerOf = (person: Person) =>
  person.kind === 'member'
    ? sql`${person.userId}::text, null::uuid`
    : sql`null::text, ${person.visitorId}::uuid`;

/** Makes the person's changes wait for each other. */
export async function lockPerson(tx: Transaction, person: Person): Promise<void> {
  const key = person.kind === 'member' ? `user ${person.userId}` : `visitor ${person.visitorId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`feedback ${key}`}, 0))`);
}

/** Stores feedback about a product, or about its brand or category. The same again gets a new time. Returns undefined if there is no such product. */
export async function putFeedback(
  tx: Transaction,
  person: Person,
  { kind, productId }: { kind: FeedbackKind | 'forget'; productId: number },
): Promise<{ feedback: StoredFeedback; isNew: boolean } | undefined> {
  const { rows } = await tx.execute<FeedbackRow & { is_new: boolean }>(sql`
    with put as (
      insert into feedback (user_id, visitor_id, kind, product_id, brand, category_id)
      select ${ownerOf(person)}, ${kind}::feedback_kind,
        case when ${kind} not in ('less-of-brand', 'less-of-category') then product_id end,
        case when ${kind} = 'less-of-brand' then brand end,
        case when ${kind} = 'less-of-category' then category_id end
      from products where product_id = ${productId}
      on conflict (user_id, visitor_id, kind, product_id, brand, category_id) do update set given_at = clock_timestamp()
      returning *, xmax = 0 as is_new
    )
    select ${columns}, f.is_new from put f left join categories c using (category_id)`);
  const [row] = rows;
  return row && { feedback: feedbackOf(row), isNew: row.is_new };
}

export async function hasOptedOut(tx: Transaction, userId: string): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`select from users where user_id = ${userId} and opted_out_at is not null`,
  );
  return rows.length > 0;
}

/** Takes back feedback of these kinds about any product of the same item. */
export async function removeAboutItem(
  tx: Transaction,
  person: Person,
  { kinds, productId }: { kinds: readonly FeedbackKind[]; productId: number },
): Promise<void> {
  await tx.execute(sql`
    delete from feedback where ${isAbout(person)} and kind = any(${kinds}::text[]::feedback_kind[])
      and product_id in (
        select same.product_id from products p join products same
          on same.product_id = p.product_id or same.group_id = p.group_id
        where p.product_id = ${productId})`);
}

export async function countFeedback(tx: Transaction, person: Person): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from feedback where ${isAbout(person)}`,
  );
  return rows[0].count;
}

export async function removeFeedback(db: Database, person: Person, feedbackId: string): Promise<void> {
  await db.execute(
    sql`delete from feedback where feedback_id = ${feedbackId}::bigint and ${isAbout(person)}`,
  );
}

export async function findFeedback(
  db: Database,
  person: Person,
  { limit, before }: { limit: number; before: string | undefined },
): Promise<StoredFeedback[]> {
  const beyond = before === undefined ? sql`` : sql`and f.feedback_id < ${before}::bigint`;
  const { rows } = await db.execute<FeedbackRow>(sql`
    select ${columns} from feedback f left join categories c using (category_id)
    where f.${isAbout(person)} and f.kind not in ${marks} ${beyond}
    order by f.feedback_id desc limit ${limit}`);
  return rows.map(feedbackOf);
}

export async function findSubject(
  tx: Transaction,
  productId: number,
): Promise<{ brand: string | null; categoryId: number | null } | undefined> {
  const { rows } = await tx.execute<{ brand: string | null; category_id: number | null }>(
    sql`select brand, category_id from products where product_id = ${productId} and is_listed`,
  );
  return rows[0] && { brand: rows[0].brand, categoryId: rows[0].category_id };
}

/** Moves a visitor's feedback to the account, or deletes it if the member has opted out. It is newer than what the account has, so it wins. */
export async function moveFeedback(
  tx: Transaction,
  { userId, visitorId }: { userId: string; visitorId: string },
): Promise<void> {
  await tx.execute(sql`
    with moved as (
      delete from feedback where visitor_id = ${visitorId}::uuid returning kind, product_id, brand, category_id, given_at
    ),
    opposed as (
      delete from feedback f using moved m join products theirs using (product_id), products ours
      where f.user_id = ${userId} and ours.product_id = f.product_id and f.kind <> m.kind
        and (ours.product_id = theirs.product_id or ours.group_id = theirs.group_id)
        and f.kind in ('like', 'dislike', 'hide') and m.kind in ('like', 'dislike', 'hide')
    )
    insert into feedback (user_id, kind, product_id, brand, category_id, given_at)
    select u.user_id, kind, product_id, brand, category_id, given_at
    from moved join users u on u.user_id = ${userId} and u.opted_out_at is null
    on conflict (user_id, visitor_id, kind, product_id, brand, category_id) do update set given_at = excluded.given_at`);
}

/** Deletes feedback of visitors who have not come back. Returns how many rows were deleted, at most `limit`. */
export async function sweepVisitorFeedback(
  db: Database,
  { givenBefore, limit }: { givenBefore: Date; limit: number },
): Promise<number> {
  const { rowCount } = await db.execute(sql`
    delete from feedback where feedback_id in (
      select feedback_id from feedback where user_id is null and given_at < ${givenBefore.toISOString()} limit ${limit})`);
  return rowCount;
}
