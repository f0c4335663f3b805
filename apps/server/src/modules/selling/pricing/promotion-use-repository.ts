import type { Transaction } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import { type Person, personHash } from './person.ts';
import type { RefusalReason } from './promotion.ts';

export type PromotionUse =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: string;
      readonly reason: Extract<RefusalReason, 'not-active' | 'used-up' | 'used-up-by-you'>;
    };

interface LockedRow {
  promotion_id: number;
  code: string;
  is_active: boolean;
  usage_limit: number | null;
  usage_limit_per_person: number | null;
  times_used: number;
}

/**
 * Counts the uses of an order's codes, all or none. An order never counts a code twice. The codes' rows stay locked until the transaction
 * ends, so concurrent orders cannot exceed a limit.
 */
export async function redeemPromotions(
  tx: Transaction,
  {
    orderId,
    person,
    promotions,
  }: {
    orderId: string;
    person: Person & { readonly email: string };
    promotions: readonly { promotionId: number; code: string }[];
  },
): Promise<PromotionUse> {
  if (promotions.length === 0) return { ok: true };
  const ids = promotions.map(({ promotionId }) => promotionId);

  // Locks first and counts in a second statement, which sees what the previous holder of the lock committed.
  const { rows: locked } = await tx.execute<LockedRow>(sql`
    select promotion_id, code, is_active, usage_limit, usage_limit_per_person, times_used from promotions
    where promotion_id = any(${ids}::int[]) order by promotion_id for no key update`);
  const gone = promotions.find(({ promotionId }) => !locked.some((row) => row.promotion_id === promotionId));
  if (gone) return { ok: false, code: gone.code, reason: 'not-active' };

  const { rows: uses } = await tx.execute<{
    promotion_id: number;
    by_person: number;
    is_counted: boolean;
  }>(sql`
    select u.promotion_id, count(*) filter (where ${isUsedBy(person)})::int as by_person,
      bool_or(u.order_id = ${orderId}::uuid) as is_counted
    from promotion_uses u
    where u.promotion_id = any(${ids}::int[]) and (${isUsedBy(person)} or u.order_id = ${orderId}::uuid)
    group by u.promotion_id`);
  const usesOf = new Map(uses.map((row) => [row.promotion_id, row]));

  const uncounted = locked.filter((row) => !usesOf.get(row.promotion_id)?.is_counted);
  for (const row of uncounted) {
    const { code, usage_limit, usage_limit_per_person } = row;
    const byPerson = usesOf.get(row.promotion_id)?.by_person ?? 0;
    if (!row.is_active) return { ok: false, code, reason: 'not-active' };
    if (usage_limit !== null && row.times_used >= usage_limit) return { ok: false, code, reason: 'used-up' };
    if (usage_limit_per_person !== null && byPerson >= usage_limit_per_person)
      return { ok: false, code, reason: 'used-up-by-you' };
  }

  await tx.execute(sql`
    with used as (
      update promotions set times_used = times_used + 1
      where promotion_id = any(${uncounted.map((row) => row.promotion_id)}::int[])
      returning promotion_id
    )
    insert into promotion_uses (promotion_id, order_id, person_hash, user_id)
    select promotion_id, ${orderId}::uuid, ${hashOf(person)}::text, ${person.userId}::text from used`);
  return { ok: true };
}

/** Matches rows of `promotion_uses u` with the same account or an address of the same mailbox. */
export function isUsedBy(person: Person): Statement {
  return sql`(u.person_hash = ${hashOf(person)}::text or u.user_id = ${person.userId}::text)`;
}

function hashOf({ email }: Person): string | null {
  return email === null ? null : personHash(email);
}

/** Releases the codes of an order that was cancelled before it was paid. A second call changes nothing. */
export async function giveBackPromotions(tx: Transaction, orderId: string): Promise<void> {
  await tx.execute(sql`
    with given_back as (delete from promotion_uses where order_id = ${orderId}::uuid returning promotion_id),
    locked as (
      select promotion_id from promotions where promotion_id in (select promotion_id from given_back)
      order by promotion_id for no key update
    )
    update promotions p set times_used = p.times_used - 1 from locked where p.promotion_id = locked.promotion_id`);
}
