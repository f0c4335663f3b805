import type { Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';

export interface Subscription {
  readonly subscriptionId: string;
  readonly email: string;
  readonly state: 'pending' | 'confirmed' | 'unsubscribed';
}

interface SubscriptionRow {
  subscription_id: string;
  email: string;
  state: Subscription['state'];
}

const columns = sql`subscription_id, email, state`;

function subscriptionOf(row: SubscriptionRow | undefined): Subscription | undefined {
  return row && { subscriptionId: row.subscription_id, email: row.email, state: row.state };
}

/** Returns the subscription of an address, locked until the transaction ends. A new one gets `id` and `tokenHash`. */
export async function ensureSubscription(
  tx: Transaction,
  { id, email, tokenHash }: { id: string; email: string; tokenHash: string },
): Promise<Subscription> {
  await tx.execute(sql`
    insert into newsletter_subscriptions (subscription_id, email, token_hash)
    values (${id}::uuid, ${email}, ${tokenHash}) on conflict (lower(email)) do nothing`);
  const { rows } = await tx.execute<SubscriptionRow>(sql`
    select ${columns} from newsletter_subscriptions where lower(email) = lower(${email}) for update`);
  return subscriptionOf(rows[0])!;
}

/** Stores the newest token's hash, because a changed secret makes other tokens. */
export async function markPending(
  tx: Transaction,
  { subscriptionId, tokenHash }: { subscriptionId: string; tokenHash: string },
): Promise<void> {
  await tx.execute(sql`
    update newsletter_subscriptions set state = 'pending', token_hash = ${tokenHash}, unsubscribed_at = null
    where subscription_id = ${subscriptionId}::uuid`);
}

export async function lockSubscription(
  tx: Transaction,
  tokenHash: string,
): Promise<Subscription | undefined> {
  const { rows } = await tx.execute<SubscriptionRow>(sql`
    select ${columns} from newsletter_subscriptions where token_hash = ${tokenHash} for update`);
  return subscriptionOf(rows[0]);
}

export async function markConfirmed(tx: Transaction, subscriptionId: string): Promise<void> {
  await tx.execute(sql`
    update newsletter_subscriptions set state = 'confirmed', confirmed_at = now()
    where subscription_id = ${subscriptionId}::uuid`);
}

export async function markUnsubscribed(tx: Transaction, subscriptionId: string): Promise<void> {
  await tx.execute(sql`
    update newsletter_subscriptions set state = 'unsubscribed', unsubscribed_at = now()
    where subscription_id = ${subscriptionId}::uuid`);
}
