import type { Transaction } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import { inLockOrder, type Shortage, type StockLine } from './stock.ts';

type MovementKind = 'correction' | 'receipt' | 'release' | 'reserve' | 'return' | 'sale';

/** How one unit changes `inventory`. The same statement writes the same numbers to the ledger. */
const effects = {
  reserve: { onHand: 0, reserved: 1 },
  release: { onHand: 0, reserved: -1 },
  sale: { onHand: -1, reserved: -1 },
  return: { onHand: 1, reserved: 0 },
} as const satisfies Partial<Record<MovementKind, { onHand: number; reserved: number }>>;

interface StockRow {
  product_id: number;
  available: number;
}

function arrays(lines: readonly StockLine[]): { products: Statement; quantities: Statement } {
  return {
    products: sql`${`{${lines.map(({ productId }) => productId).join()}}`}::int[]`,
    quantities: sql`${`{${lines.map(({ quantity }) => quantity).join()}}`}::int[]`,
  };
}

async function lockStock(tx: Transaction, lines: readonly StockLine[]): Promise<Map<number, number>> {
  const { rows } = await tx.execute<StockRow>(sql`
    select product_id, on_hand - reserved as available from inventory
    where product_id = any(${arrays(lines).products}) order by product_id for update`);
  return new Map(rows.map((row) => [row.product_id, row.available]));
}

async function move(
  tx: Transaction,
  kind: keyof typeof effects,
  orderId: string,
  lines: readonly StockLine[],
): Promise<void> {
  if (lines.length === 0) return;
  const { onHand, reserved } = effects[kind];
  const { products, quantities } = arrays(lines);
  const { rowCount } = await tx.execute(sql`
    with lines as (select * from unnest(${products}, ${quantities}) as l (product_id, quantity)), moved as (
      update inventory i set on_hand = on_hand + ${onHand} * l.quantity,
        reserved = reserved + ${reserved} * l.quantity, updated_at = now()
      from lines l where i.product_id = l.product_id
        and i.on_hand - i.reserved >= ${kind === 'reserve' ? sql`l.quantity` : sql`0`}
      returning i.product_id, l.quantity
    )
    insert into stock_movements (product_id, kind, on_hand_delta, reserved_delta, order_id)
    select product_id, ${kind}::stock_movement_kind, ${onHand} * quantity, ${reserved} * quantity, ${orderId}
    from moved order by product_id`);
  if (rowCount !== lines.length)
    throw new Error(`${kind} for order ${orderId} changed ${rowCount ?? 0} of ${lines.length} lines`);
}

/** Reserves stock for all lines of an order. If any line is short, it reserves nothing and returns the short lines. */
export async function reserveStock(
  tx: Transaction,
  { orderId, lines, expiresAt }: { orderId: string; lines: readonly StockLine[]; expiresAt: Date },
): Promise<Shortage[]> {
  const wanted = inLockOrder(lines);
  const available = await lockStock(tx, wanted);
  const shortages = wanted
    .map(({ productId, quantity }) => ({
      productId,
      requested: quantity,
      available: available.get(productId) ?? 0,
    }))
    .filter((line) => line.requested > line.available);
  if (shortages.length > 0) return shortages;
  await move(tx, 'reserve', orderId, wanted);
  const { products, quantities } = arrays(wanted);
  await tx.execute(sql`
    insert into stock_reservations (order_id, product_id, quantity, expires_at)
    select ${orderId}, product_id, quantity, ${expiresAt.toISOString()}
    from unnest(${products}, ${quantities}) as l (product_id, quantity)`);
  return [];
}

/** Releases the stock that is reserved for an order. If none is reserved, it changes nothing. */
export async function releaseStock(tx: Transaction, orderId: string): Promise<void> {
  await endReservation(tx, 'release', orderId);
}

/** Turns an order's reserved stock into sold stock, which leaves the inventory. */
export async function sellStock(tx: Transaction, orderId: string): Promise<void> {
  await endReservation(tx, 'sale', orderId);
}

/** Puts sold units back into the inventory. */
export async function returnStock(
  tx: Transaction,
  { orderId, lines }: { orderId: string; lines: readonly StockLine[] },
): Promise<void> {
  const returned = inLockOrder(lines);
  if (returned.length === 0) return;
  await lockStock(tx, returned);
  await move(tx, 'return', orderId, returned);
}

/**
 * Sets how many units there are, as counted elsewhere. Reserved units stay, because they are promised to a buyer. Products without stock
 * so far are left alone. Returns the products whose stock changed.
 */
export async function correctStock(
  tx: Transaction,
  counted: readonly { readonly productId: number; readonly onHand: number }[],
): Promise<number[]> {
  if (counted.length === 0) return [];
  const { rows } = await tx.execute<{ product_id: number }>(sql`
    with counted as (
      select * from unnest(${counted.map(({ productId }) => productId)}::int[], ${counted.map(({ onHand }) => onHand)}::int[]) as c (product_id, on_hand)
    ), wrong as (
      select i.product_id, greatest(c.on_hand, i.reserved) as on_hand, greatest(c.on_hand, i.reserved) - i.on_hand as delta
      from inventory i join counted c using (product_id)
      where i.on_hand <> greatest(c.on_hand, i.reserved) order by i.product_id for update of i
    ), corrected as (
      update inventory i set on_hand = w.on_hand, updated_at = now() from wrong w where i.product_id = w.product_id
      returning i.product_id, w.delta
    )
    insert into stock_movements (product_id, kind, on_hand_delta, reserved_delta)
    select product_id, 'correction', delta, 0 from corrected order by product_id returning product_id`);
  return rows.map(({ product_id }) => product_id);
}

async function endReservation(tx: Transaction, kind: 'release' | 'sale', orderId: string): Promise<void> {
  const { rows } = await tx.execute<{ product_id: number; quantity: number }>(sql`
    delete from stock_reservations where order_id = ${orderId} returning product_id, quantity`);
  const held = inLockOrder(rows.map(({ product_id, quantity }) => ({ productId: product_id, quantity })));
  if (held.length === 0) return;
  await lockStock(tx, held);
  await move(tx, kind, orderId, held);
}
