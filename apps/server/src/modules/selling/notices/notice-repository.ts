import type { NoticeKind } from '@kindred/contracts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { utcTime } from '../../../platform/postgres/utc-time.ts';
import type { StoredNotice } from './notice.ts';

interface NoticeRow {
  notice_id: string;
  kind: NoticeKind;
  product_id: number;
  price_minor: number | null;
  currency: string | null;
  created_at: string;
  is_confirmed: boolean;
}

const columns = sql`n.notice_id, n.kind, n.product_id, n.price_minor, n.currency,
  ${utcTime(sql`n.created_at`)} as created_at, n.confirmed_at is not null as is_confirmed`;

function noticeOf(row: NoticeRow): StoredNotice {
  return {
    noticeId: row.notice_id,
    kind: row.kind,
    productId: row.product_id,
    priceMinor: row.price_minor,
    currency: row.currency,
    createdAt: row.created_at,
    isConfirmed: row.is_confirmed,
  };
}

/** Whether a notice's product can be bought. The query names `products` as p and joins `inventory` as i. */
export const canBeBought = sql`(p.is_listed and p.price_minor is not null and coalesce(i.on_hand - i.reserved, 0) > 0)`;

export interface NewStoredNotice {
  readonly recipientId: string;
  readonly productId: number;
  readonly kind: NoticeKind;
  readonly isConfirmed: boolean;
}

/**
 * Adds a notice. A repeated request for a confirmed notice only updates its reference price. For an unconfirmed one, the time to confirm
 * starts again.
 */
export async function putNotice(
  tx: Transaction,
  { recipientId, productId, kind, isConfirmed }: NewStoredNotice,
): Promise<StoredNotice> {
  const { rows } = await tx.execute<NoticeRow>(sql`
    insert into product_notices as n (recipient_id, product_id, kind, was_gone, price_minor, currency, confirmed_at)
    select ${recipientId}::uuid, p.product_id, k.kind, k.kind = 'back-in-stock',
      case k.kind when 'price-drop' then p.price_minor end, case k.kind when 'price-drop' then p.currency end,
      case when ${isConfirmed} then now() end
    from products p, (select ${kind}::notice_kind as kind) k where p.product_id = ${productId}
    on conflict (recipient_id, product_id, kind, of_wishlist) do update set
      price_minor = case when n.confirmed_at is null or excluded.confirmed_at is not null then excluded.price_minor
        else n.price_minor end,
      currency = case when n.confirmed_at is null or excluded.confirmed_at is not null then excluded.currency
        else n.currency end,
      created_at = case when n.confirmed_at is null then excluded.created_at else n.created_at end,
      confirmed_at = coalesce(n.confirmed_at, excluded.confirmed_at)
    returning ${columns}`);
  return noticeOf(rows[0]);
}

/** Counts the notices except the one for this product and kind. */
export async function countNotices(
  tx: Transaction,
  { recipientId, productId, kind }: Pick<NewStoredNotice, 'kind' | 'productId' | 'recipientId'>,
): Promise<{ confirmed: number; unconfirmed: number }> {
  const { rows } = await tx.execute<{ confirmed: number; unconfirmed: number }>(sql`
    select count(*) filter (where confirmed_at is not null)::int as confirmed,
      count(*) filter (where confirmed_at is null)::int as unconfirmed
    from product_notices where recipient_id = ${recipientId} and not of_wishlist
      and (product_id, kind) <> (${productId}::int, ${kind}::notice_kind)`);
  return rows[0];
}

export async function confirm(tx: Transaction, noticeId: string): Promise<StoredNotice | undefined> {
  const { rows } = await tx.execute<NoticeRow>(sql`
    update product_notices n set confirmed_at = coalesce(n.confirmed_at, now())
    where n.notice_id = ${noticeId} returning ${columns}`);
  return rows[0] && noticeOf(rows[0]);
}

/** Returns the confirmed notices that do not belong to the wishlist, the newest first. */
export async function findNotices(db: Database, recipientId: string): Promise<StoredNotice[]> {
  const { rows } = await db.execute<NoticeRow>(sql`
    select ${columns} from product_notices n
    where n.recipient_id = ${recipientId} and not n.of_wishlist and n.confirmed_at is not null
    order by n.created_at desc, n.notice_id`);
  return rows.map(noticeOf);
}

/** Returns false if the recipient has no such notice. */
export async function deleteNotice(db: Database, recipientId: string, noticeId: string): Promise<boolean> {
  const { rowCount } = await db.execute(sql`
    delete from product_notices where notice_id = ${noticeId}::uuid and recipient_id = ${recipientId}`);
  return rowCount === 1;
}

export async function deleteAllNotices(tx: Transaction, recipientId: string): Promise<void> {
  await tx.execute(sql`delete from product_notices where recipient_id = ${recipientId}`);
}

/** Deletes notices that were not confirmed in time, and recipients without notices. */
export async function sweepNotices(db: Database, askedBefore: Date): Promise<void> {
  await db.execute(sql`
    delete from product_notices where confirmed_at is null and created_at < ${askedBefore.toISOString()}`);
  await db.execute(sql`
    delete from notice_recipients r where not r.watches_wishlist and r.created_at < ${askedBefore.toISOString()}
      and not exists (select from product_notices n where n.recipient_id = r.recipient_id)
      and r.mailed_on is distinct from current_date`);
}
