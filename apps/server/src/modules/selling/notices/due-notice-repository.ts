/**
 * @file Finds due notices by comparing them with the current products instead of following changes. So it does not matter how a price or
 * the stock changed, no change is missed, and imports do not get slower.
 */
import type { NoticeKind } from '@kindred/contracts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { fullTitle } from '../../catalogue/catalog/index.ts';
import { pictureAddress } from '../../catalogue/media/index.ts';
import { canBeBought } from './notice-repository.ts';

/** The most mails to one recipient per UTC day. */
const mailsADay = 3;

/** At least 2 % below the reference price. */
const isCheaper = sql`(p.currency = n.currency and p.price_minor * 100::bigint <= n.price_minor * 98::bigint
  and p.price_minor < n.price_minor)`;

const isDue = sql`n.confirmed_at is not null and ${canBeBought}
  and case n.kind when 'back-in-stock' then n.was_gone else ${isCheaper} end`;

const mayBeMailed = (today: string) => sql`
  (r.email is not null or u.email is not null and u.email_verified_at is not null)
  and (r.mailed_on is distinct from ${today}::date or r.mails_that_day < ${mailsADay})`;

/** Marks products that are out of stock, so that their return is news. If a notice has no price in the current currency, the current price becomes its reference. */
export async function noteWhatIsGone(db: Database): Promise<void> {
  await db.execute(sql`
    update product_notices n set was_gone = true
    from products p left join inventory i using (product_id)
    where p.product_id = n.product_id and n.kind = 'back-in-stock' and not n.was_gone and not ${canBeBought}`);
  await db.execute(sql`
    update product_notices n set price_minor = p.price_minor, currency = p.currency from products p
    where p.product_id = n.product_id and n.kind = 'price-drop' and p.price_minor is not null
      and n.currency is distinct from p.currency`);
}

/** Returns some of the recipients of due notices. */
export async function findDueRecipients(
  db: Database,
  { today, limit }: { today: string; limit: number },
): Promise<string[]> {
  // Few notices are due. Without the limit inside, PostgreSQL reads each table once.
  const { rows } = await db.execute<{ recipient_id: string }>(sql`
    with due as materialized (
      select distinct n.recipient_id
      from product_notices n join products p using (product_id) join inventory i using (product_id)
      where ${isDue}
    )
    select recipient_id from due join notice_recipients r using (recipient_id) left join users u using (user_id)
    where ${mayBeMailed(today)} limit ${limit}`);
  return rows.map(({ recipient_id }) => recipient_id);
}

/** Returns the address to mail to, or undefined if another node is mailing the recipient or no notice is due any more. */
export async function lockDueRecipient(
  tx: Transaction,
  { recipientId, today }: { recipientId: string; today: string },
): Promise<string | undefined> {
  const { rows } = await tx.execute<{ email: string }>(sql`
    select coalesce(r.email, u.email) as email from notice_recipients r left join users u using (user_id)
    where r.recipient_id = ${recipientId} and ${mayBeMailed(today)} for update of r skip locked`);
  return rows[0]?.email;
}

export interface DueNotice {
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly productId: number;
  readonly title: string;
  readonly priceMinor: number;
  readonly currency: string;
  /** The reference price of a price drop. */
  readonly wasMinor: number | null;
  readonly pictureUrl: string | null;
}

interface DueRow {
  notice_id: string;
  kind: NoticeKind;
  product_id: number;
  title: string;
  price_minor: number;
  currency: string;
  was_minor: number | null;
  picture_url: string | null;
}

/** Locks all notices for some products, the newest first. */
export async function lockDueNotices(
  tx: Transaction,
  { recipientId, productLimit }: { recipientId: string; productLimit: number },
): Promise<DueNotice[]> {
  const { rows } = await tx.execute<DueRow>(sql`
    with due as materialized (
      select n.notice_id, n.kind, n.product_id, n.created_at, n.price_minor as was_minor
      from product_notices n join products p using (product_id) left join inventory i using (product_id)
      where n.recipient_id = ${recipientId} and ${isDue} for update of n
    ), mailed as (
      select product_id, max(created_at) as asked_at from due group by product_id
      order by asked_at desc, product_id limit ${productLimit}
    )
    select due.notice_id, due.kind, product_id, ${fullTitle} as title, p.price_minor, p.currency, due.was_minor,
      (select ${pictureAddress(480)} from product_images where product_id = p.product_id order by position limit 1) as picture_url
    from mailed join due using (product_id) join products p using (product_id)
    where p.currency is not null
    order by mailed.asked_at desc, product_id`);
  return rows.map((row) => ({
    noticeId: row.notice_id,
    kind: row.kind,
    productId: row.product_id,
    title: row.title,
    priceMinor: row.price_minor,
    currency: row.currency,
    wasMinor: row.was_minor,
    pictureUrl: row.picture_url,
  }));
}

/** A separate back-in-stock notice ends when it is mailed. Notices of a wishlist and price drops may be mailed again. */
export async function markMailed(
  tx: Transaction,
  { recipientId, notices, today }: { recipientId: string; notices: readonly DueNotice[]; today: string },
): Promise<void> {
  const ids = sql`${notices.map(({ noticeId }) => noticeId)}::uuid[]`;
  await tx.execute(sql`
    delete from product_notices where notice_id = any(${ids}) and kind = 'back-in-stock' and not of_wishlist`);
  await tx.execute(sql`
    update product_notices set was_gone = false where notice_id = any(${ids}) and kind = 'back-in-stock'`);
  await tx.execute(sql`
    update product_notices n set price_minor = told.price_minor
    from unnest(${ids}, ${notices.map(({ priceMinor }) => priceMinor)}::int[]) as told (notice_id, price_minor)
    where n.notice_id = told.notice_id and n.kind = 'price-drop'`);
  await tx.execute(sql`
    update notice_recipients set mailed_on = ${today}::date,
      mails_that_day = case when mailed_on = ${today}::date then mails_that_day + 1 else 1 end
    where recipient_id = ${recipientId}`);
}
