import { readOrderNumber } from '@kindred/shop-types';
import { isEmail } from '../../../platform/email-spellings.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor.ts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { type Statement, sql } from '../../../platform/postgres/sql.ts';
import { wordPatterns } from '../../../platform/postgres/word-patterns.ts';
import type { Actor, Order, OrderEventKind, OrderedLine, PostalAddress } from './order.ts';
import { type OrderRow, orderColumns, orderOf } from './order-row.ts';

type Placed = Pick<
  Order,
  | 'currency'
  | 'discountMinor'
  | 'isTaxInclusive'
  | 'orderId'
  | 'promoCodes'
  | 'shippingMinor'
  | 'shippingTaxMinor'
  | 'subtotalMinor'
  | 'taxMinor'
  | 'taxName'
  | 'totalMinor'
  | 'userId'
>;

export interface NewOrder extends Placed {
  readonly email: string;
  readonly shippingAddress: PostalAddress;
  readonly shippingMethodId: string;
  readonly shippingMethodName: string;
  readonly expiresAt: Date;
  readonly lines: readonly (OrderedLine & {
    /** The search that led to the product. */
    readonly searchId: string | null;
  })[];
}

/** Inserts the order with its lines and its first event, in one statement. Returns its number. */
export async function insertOrder(tx: Transaction, order: NewOrder): Promise<string> {
  const { rows } = await tx.execute<{ order_number: string }>(sql`
    with placed as (
      insert into orders (order_id, user_id, email, shipping_address, shipping_method_id, shipping_method_name, promo_codes,
        currency, subtotal_minor, discount_minor, shipping_minor, shipping_tax_minor, tax_minor, tax_name,
        is_tax_inclusive, total_price_minor, expires_at, delivery_min_days, delivery_max_days)
      values (${order.orderId}, ${order.userId}, ${order.email}, ${JSON.stringify(order.shippingAddress)}::jsonb,
        ${order.shippingMethodId}, ${order.shippingMethodName},
        ${order.promoCodes}::text[],
        ${order.currency}, ${order.subtotalMinor}, ${order.discountMinor}, ${order.shippingMinor},
        ${order.shippingTaxMinor}, ${order.taxMinor}, ${order.taxName}, ${order.isTaxInclusive},
        ${order.totalMinor}, ${order.expiresAt.toISOString()},
        (select min_days from shipping_methods where shipping_method_id = ${order.shippingMethodId}),
        (select max_days from shipping_methods where shipping_method_id = ${order.shippingMethodId}))
      returning order_id, order_number
    ), lines as (
      insert into order_lines (order_id, product_id, title, unit_price_minor, quantity, discount_minor, tax_minor, total_minor,
        search_id)
      select p.order_id, l."productId", l.title, l."unitPriceMinor", l.quantity, l."discountMinor", l."taxMinor", l."totalMinor",
        l."searchId"
      from placed p, jsonb_to_recordset(${JSON.stringify(order.lines)}::jsonb) as l ("productId" int, title text,
        "unitPriceMinor" int, quantity int, "discountMinor" bigint, "taxMinor" bigint, "totalMinor" bigint, "searchId" uuid)
    ), history as (
      insert into order_events (order_id, kind, actor) select order_id, 'placed', 'shopper' from placed
    )
    select order_number from placed`);
  return rows[0].order_number;
}

/**
 * Locks an order, because every change of it needs the lock. It reads the order in a second statement, which sees the changes by the
 * previous holder of the lock.
 */
export async function lockOrder(tx: Transaction, orderId: string): Promise<Order | undefined> {
  await tx.execute(sql`select from orders where order_id = ${orderId} for update`);
  return findOrder(tx, orderId);
}

export async function findOrder(db: Database | Transaction, orderId: string): Promise<Order | undefined> {
  const { rows } = await db.execute<OrderRow>(
    sql`select ${orderColumns} from orders o where o.order_id = ${orderId}`,
  );
  return rows[0] && orderOf(rows[0]);
}

export async function findOrderByNumber(
  db: Database,
  { orderNumber, email }: { orderNumber: string; email: string },
): Promise<Order | undefined> {
  const { rows } = await db.execute<OrderRow>(sql`
    select ${orderColumns} from orders o
    where o.order_number = ${readOrderNumber(orderNumber)} and ${isEmail(sql`o.email`, email)}`);
  return rows[0] && orderOf(rows[0]);
}

/** The order was cancelled before any payment. It counts as a failed attempt, not as an order, and its checkout continued. */
const isAttempt = sql`(o.status = 'Cancelled' and o.payment_status in ('failed', 'cancelled'))`;

/** Matches orders whose number or one of whose titles contains every word. */
function holds(text = ''): Statement {
  const patterns = wordPatterns(text);
  if (patterns.length === 0) return sql`true`;
  const number = readOrderNumber(text);
  return sql`(starts_with(o.order_number, ${number}) or exists (
    select from order_lines l where l.order_id = o.order_id and l.title ilike all (${patterns}::text[])))`;
}

/** Lists orders, the newest first: those of one user without failed attempts, or all. */
export async function listOrders(
  db: Database,
  query: {
    userId?: string;
    status?: Order['status'];
    /** Words of a product's title, or an order number. */
    text?: string;
    limit: number;
    cursor?: string | undefined;
  },
): Promise<{ orders: Order[]; nextCursor: string | null }> {
  const [time, id] = query.cursor === undefined ? [] : decodeCursor(query.cursor, ['time', 'uuid']);
  const { rows } = await db.execute<OrderRow & { sort_key: string }>(sql`
    select ${orderColumns}, to_char(o.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sort_key
    from orders o
    where ${query.userId === undefined ? sql`true` : sql`o.user_id = ${query.userId} and not ${isAttempt}`}
      and ${query.status === undefined ? sql`true` : sql`o.status = ${query.status}`}
      and ${holds(query.text)}
      and ${time === undefined ? sql`true` : sql`(o.created_at, o.order_id) < (${time}::timestamptz, ${id}::uuid)`}
    order by o.created_at desc, o.order_id desc limit ${query.limit + 1}`);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    orders: page.map(({ sort_key: _, ...row }) => orderOf(row)),
    nextCursor: last && rows.length > query.limit ? encodeCursor([last.sort_key, last.orderId]) : null,
  };
}

export async function updateOrder(
  tx: Transaction,
  orderId: string,
  change: Partial<Pick<Order, 'cancelledBecause' | 'fulfilmentStatus' | 'paymentStatus' | 'status'>> & {
    readonly expiresAt?: null;
    readonly isSold?: true;
  },
): Promise<void> {
  await tx.execute(sql`
    update orders set
      status = coalesce(${change.status ?? null}::order_status, status),
      payment_status = coalesce(${change.paymentStatus ?? null}::payment_status, payment_status),
      fulfilment_status = coalesce(${change.fulfilmentStatus ?? null}::fulfilment_status, fulfilment_status),
      cancelled_because = coalesce(${change.cancelledBecause ?? null}, cancelled_because),
      sold_at = case when ${change.isSold === true} then now() else sold_at end,
      expires_at = case when ${change.expiresAt === null} then null else expires_at end,
      updated_at = greatest(now(), created_at)
    where order_id = ${orderId}`);
}

export async function recordEvent(
  tx: Transaction,
  event: { orderId: string; kind: OrderEventKind; actor: Actor; data?: Record<string, unknown> },
): Promise<void> {
  await tx.execute(sql`
    insert into order_events (order_id, kind, actor, data)
    values (${event.orderId}, ${event.kind}, ${event.actor}, ${JSON.stringify(event.data ?? {})}::jsonb)`);
}

/** Finds orders that wait for payment and were not checked for a while, the oldest first. */
export async function findUnsettled(db: Database, { limit }: { limit: number }): Promise<string[]> {
  const { rows } = await db.execute<{ order_id: string }>(sql`
    select order_id from orders
    where expires_at is not null and created_at < now() - interval '20 seconds'
    order by expires_at limit ${limit}`);
  return rows.map((row) => row.order_id);
}
