import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { ownCheckouts } from './own-checkouts.ts';
import { searchesOf } from './own-searches.ts';

export async function hasPendingOrders(tx: Transaction, userId: string): Promise<boolean> {
  const { rows } = await tx.execute(
    sql`select from orders where user_id = ${userId} and status = 'Pending' limit 1`,
  );
  return rows.length > 0;
}

/** Deletes the data that is only about the person. */
export async function deletePossessions(tx: Transaction, userId: string): Promise<void> {
  for (const table of [
    'addresses',
    'sessions',
    'mail_tokens',
    'wishlists',
    'notice_recipients',
    'carts',
    'feedback',
    'review_votes',
    'visitor_members',
    // Another shop may have sent them.
    'interactions',
  ])
    await tx.execute(sql`delete from ${sql.identifier(table)} where user_id = ${userId}`);
  await tx.execute(sql`delete from checkouts where checkout_id in (${ownCheckouts(sql`${userId}`)})`);
  await tx.execute(sql`delete from idempotency_keys where starts_with(scope, ${`user:${userId} `})`);
}

/** Deletes the person's searches. Call it before the cart and the events are deleted. */
export async function deleteSearches(tx: Transaction, userId: string): Promise<void> {
  await tx.execute(sql`delete from searches where search_id in (${searchesOf(sql`${userId}`)})`);
}

/** Removes the person from data that must stay: ratings, sold goods and their amounts, viewed products. */
export async function stripTraces(tx: Transaction, userId: string): Promise<void> {
  await tx.execute(sql`update reviews set title = '', text = '', photos = '{}' where user_id = ${userId}`);
  await tx.execute(sql`
    update payment_events e set payload = '{}' from payments p join orders o using (order_id)
    where o.user_id = ${userId} and e.provider = p.provider and e.reference = p.reference`);
  await tx.execute(sql`
    update returns t set note = '', answer = '' from orders o where o.order_id = t.order_id and o.user_id = ${userId}`);
  await tx.execute(sql`update orders set email = null, shipping_address = null where user_id = ${userId}`);
  // A new visitor id that no browser's cookie has.
  const visitorId = randomUUID();
  for (const table of ['events', 'exposures'])
    await tx.execute(sql`
      update ${sql.identifier(table)} set user_id = null, visitor_id = ${visitorId} where user_id = ${userId}`);
}

/** Deletes mails about the orders, whatever their address. Call it before the orders lose their addresses. */
export async function deleteMailsAboutOrders(tx: Transaction, userId: string): Promise<void> {
  await tx.execute(sql`
    delete from mails m using orders o
    where o.user_id = ${userId} and lower(m.recipient) = lower(o.email) and m.data -> 'order' ->> 'order_number' = o.order_number`);
}

const isOneOf = (column: string, emails: readonly string[]) =>
  sql`lower(${sql.identifier(column)}) = any(${emails.map((email) => email.toLowerCase())}::text[])`;

export async function deleteMailsTo(tx: Transaction, emails: readonly string[]): Promise<void> {
  await tx.execute(sql`delete from mails where ${isOneOf('recipient', emails)}`);
}

/** Deletes only the mails that the account caused to its address. The address may belong to a stranger, whose other mails must stay. */
export async function deleteMailsCausedBy(
  tx: Transaction,
  { userId, email }: { userId: string; email: string },
): Promise<void> {
  await tx.execute(sql`
    delete from mails m using users u
    where u.user_id = ${userId} and lower(m.recipient) = lower(${email}) and m.created_at >= u.date_joined
      and m.kind in ('verify-email', 'already-registered', 'reset-password', 'log-in', 'password-changed')`);
}

export async function deleteNewsletterSubscriptions(
  tx: Transaction,
  emails: readonly string[],
): Promise<void> {
  await tx.execute(sql`delete from newsletter_subscriptions where ${isOneOf('email', emails)}`);
}

export async function deleteNoticesTo(tx: Transaction, emails: readonly string[]): Promise<void> {
  await tx.execute(sql`delete from notice_recipients where ${isOneOf('email', emails)}`);
}

export async function stripUser(tx: Transaction, userId: string): Promise<void> {
  await tx.execute(sql`
    update users set email = null, password_hash = null, email_verified_at = null, first_name = null, last_name = null, age = null,
      gender = null, address = null, imported_email = null, former_emails = '{}', role = 'shopper', erased_at = now() where user_id = ${userId}`);
}
