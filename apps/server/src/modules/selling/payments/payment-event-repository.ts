import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import type { PaymentEvent } from '../../../ports/payment-gateway.ts';

/** Returns false if the event is already stored. */
export async function insertEvent(tx: Transaction, provider: string, event: PaymentEvent): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    insert into payment_events (provider, provider_event_id, type, reference, payload)
    values (${provider}, ${event.providerEventId}, ${event.type}, ${event.reference ?? null},
      ${JSON.stringify({ ...event.payload, claimed: event.claimed })}::jsonb)
    on conflict do nothing`);
  return rowCount > 0;
}

export interface StoredEvent {
  readonly reference: string | null;
  readonly claimed: { readonly amountMinor: number; readonly currency: string } | null;
  readonly is_applied: boolean;
}

export interface EventKey {
  readonly provider: string;
  readonly providerEventId: string;
}

export async function findEvent(db: Database, key: EventKey): Promise<StoredEvent | undefined> {
  const { rows } = await db.execute<StoredEvent>(sql`
    select reference, payload -> 'claimed' as claimed, applied_at is not null as is_applied from payment_events
    where provider = ${key.provider} and provider_event_id = ${key.providerEventId}`);
  return rows[0];
}

export async function markEvent(
  db: Database,
  key: EventKey,
  { outcome, note }: { outcome: 'applied' | 'ignored' | 'refused'; note?: string },
): Promise<void> {
  await db.execute(sql`
    update payment_events set outcome = ${outcome}, note = ${note ?? null}, applied_at = now()
    where provider = ${key.provider} and provider_event_id = ${key.providerEventId} and applied_at is null`);
}
