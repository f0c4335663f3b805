import type { FeedInteraction, FeedInteractionsReceipt } from '@kindred/contracts';
import { type Database, type Transaction, withTransaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { type RowMistake, RowMistakesError } from '../import/index.ts';

const dayMs = 86_400_000;
const earliest = Date.UTC(1990, 0, 1);
/** foreign_key_violation: a person or an item was deleted concurrently. */
const gone = '23503';

/**
 * Stores interactions, all or none. People who were never sent are added. What was stored already counts once, and a rating that is sent
 * again replaces its value.
 * @throws RowMistakesError
 */
export async function putInteractions(
  db: Database,
  {
    interactions,
    skipsUnknownItems,
    now,
  }: { interactions: readonly FeedInteraction[]; skipsUnknownItems: boolean; now: Date },
): Promise<FeedInteractionsReceipt> {
  const mistakes = interactions.flatMap((interaction, row) => mistakesOf(interaction, row, now));
  if (mistakes.length > 0) throw new RowMistakesError(mistakes);
  return withTransaction(
    db,
    async (tx) => {
      const products = await findProducts(tx, interactions);
      const unknown = interactions.flatMap(({ item_id }, row) =>
        products.has(item_id) ? [] : [{ row, column: 'item_id', problem: 'is unknown: send the item first' }],
      );
      if (unknown.length > 0 && !skipsUnknownItems) throw new RowMistakesError(unknown);
      const { allowed, accepted } = await store(
        tx,
        interactions.flatMap(({ item_id, ...interaction }) => {
          const productId = products.get(item_id);
          return productId === undefined ? [] : [{ ...interaction, product_id: productId }];
        }),
      );
      return { accepted, repeated: allowed - accepted, dropped: interactions.length - allowed };
    },
    { alsoCodes: [gone, '23505'] },
  );
}

async function findProducts(
  tx: Transaction,
  interactions: readonly FeedInteraction[],
): Promise<Map<string, number>> {
  const names = [...new Set(interactions.map(({ item_id }) => item_id))];
  const { rows } = await tx.execute<{ parent_asin: string; product_id: number }>(
    sql`select parent_asin, product_id from products where parent_asin = any(${names}::text[])`,
  );
  return new Map(rows.map(({ parent_asin, product_id }) => [parent_asin, product_id]));
}

type Known = Omit<FeedInteraction, 'item_id'> & { readonly product_id: number };

/** `allowed`: how many are of people about whom the shop may store something. `accepted`: how many of them are new. */
async function store(
  tx: Transaction,
  interactions: readonly Known[],
): Promise<{ allowed: number; accepted: number }> {
  const sent = sql`json_to_recordset(${JSON.stringify(interactions)}::json)
    as s (user_id text, product_id int, kind interaction_kind, occurred_at timestamptz, value float8)`;
  await tx.execute(sql`
    insert into users (user_id, date_joined)
    select s.user_id, min(s.occurred_at) from ${sent} group by s.user_id order by s.user_id
    on conflict (user_id) do nothing`);
  const { rows } = await tx.execute<{ allowed: number; accepted: number }>(sql`
    with allowed as (
      select s.* from ${sent} join users u using (user_id) where u.erased_at is null and u.opted_out_at is null
    ), put as (
      insert into interactions as i (user_id, product_id, kind, occurred_at, value)
      select distinct on (user_id, product_id, kind, occurred_at) user_id, product_id, kind, occurred_at, value
      from allowed order by user_id, product_id, kind, occurred_at, value
      on conflict (user_id, product_id, kind, occurred_at) do update set value = coalesce(excluded.value, i.value)
      returning xmax = 0 as is_new
    )
    select (select count(*)::int from allowed) as allowed, (select count(*)::int from put where is_new) as accepted`);
  return rows[0];
}

function mistakesOf({ kind, value, occurred_at }: FeedInteraction, row: number, now: Date): RowMistake[] {
  const at = Date.parse(occurred_at);
  const isTime = at >= earliest && at <= now.getTime() + dayMs;
  const isStars = kind !== 'rating' || (value !== undefined && value >= 1 && value <= 5);
  return [
    ...(isTime ? [] : [{ row, column: 'occurred_at', problem: 'is not between 1990 and today' }]),
    ...(isStars ? [] : [{ row, column: 'value', problem: 'of a rating must be from 1 to 5' }]),
  ];
}
