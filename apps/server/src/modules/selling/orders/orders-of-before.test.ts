/** @file Orders that were stored before there were parcels (migrations 0008 to 0010). */

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { findIrregularities } from '../../../testing/books.ts';
import {
  createDatabaseOfBefore,
  type DatabaseOfBefore,
} from '../../../testing/postgres/database-of-before.ts';
import { findOrder } from './order-repository.ts';
import { presentOrder } from './present-order.ts';

let shop: DatabaseOfBefore;
let db: Database;

interface OldOrder {
  readonly status?: string;
  readonly paymentStatus?: string;
  readonly fulfilment?: string;
  /** The refunded units of the order's only line, which has two units. */
  readonly refunded?: number;
  readonly events?: readonly string[];
  readonly refund?: {
    status: string;
    amount: number;
    lines: number;
    restock: boolean;
    afterShipping?: boolean;
  };
}

/** Orders as that version wrote them, by name. */
const orders: Record<string, OldOrder> = {
  paid: {},
  shipped: { fulfilment: 'shipped', events: ['shipped'] },
  delivered: { status: 'Completed', fulfilment: 'delivered', events: ['shipped', 'delivered'] },
  returned: {
    status: 'Completed',
    paymentStatus: 'refunded',
    fulfilment: 'returned',
    refunded: 2,
    events: ['shipped', 'delivered'],
    refund: { status: 'succeeded', amount: 200, lines: 2, restock: true, afterShipping: true },
  },
  'refunded before it was shipped': {
    paymentStatus: 'refunded',
    refunded: 2,
    refund: { status: 'succeeded', amount: 200, lines: 2, restock: true },
  },
  'one unit refunded, then shipped': {
    paymentStatus: 'partly-refunded',
    fulfilment: 'shipped',
    refunded: 1,
    events: ['shipped'],
    refund: { status: 'succeeded', amount: 100, lines: 1, restock: true },
  },
  'its refund failed, its goods went on sale': {
    refunded: 1,
    refund: { status: 'failed', amount: 100, lines: 1, restock: true },
  },
  'its refund is under way': {
    refunded: 1,
    refund: { status: 'requested', amount: 100, lines: 1, restock: true },
  },
  'cancelled, its money had gone back before': {
    status: 'Cancelled',
    paymentStatus: 'refunded',
    fulfilment: 'cancelled',
    refunded: 2,
    refund: { status: 'succeeded', amount: 200, lines: 0, restock: false },
  },
};
const ids = new Map<string, string>();

async function place(name: string, old: OldOrder, productId: number): Promise<void> {
  const {
    status = 'Pending',
    paymentStatus = 'paid',
    fulfilment = 'unfulfilled',
    refunded = 0,
    refund,
  } = old;
  const { rows } = await db.execute<{ order_id: string }>(sql`
    insert into orders (status, payment_status, fulfilment_status, currency, total_price_minor, cancelled_because,
      carrier, tracking_number, created_at)
    values (${status}, ${paymentStatus}, ${fulfilment}, 'USD', 200, ${status === 'Cancelled' ? 'by-shop' : null},
      ${old.events ? 'Post' : null}, ${old.events ? 'P 1' : null}, now() - interval '10 days') returning order_id`);
  const { order_id } = rows[0];
  ids.set(name, order_id);
  const live = refund && refund.status !== 'failed' ? refund.amount : 0;
  await db.execute(sql`
    insert into order_lines (order_id, product_id, title, unit_price_minor, quantity, total_minor, refunded_quantity)
    values (${order_id}, ${productId}, 'Lamp', 100, 2, 200, ${refunded})`);
  await db.execute(sql`
    insert into payments (order_id, provider, reference, amount_minor, currency, status, refunded_minor)
    values (${order_id}, 'test', 'test_' || ${order_id}::text, 200, 'USD', ${paymentStatus}, ${live})`);
  await db.execute(sql`
    insert into test_payments (reference, idempotency_key, amount_minor, currency, state, order_id, refunds)
    values ('test_' || ${order_id}::text, ${order_id}::text, 200, 'USD', 'paid', ${order_id}::text,
      ${JSON.stringify(live ? [{ key: 'x', reference: 'r', amount_minor: live }] : [])}::jsonb)`);
  for (const [index, kind] of ['placed', 'paid', ...(old.events ?? [])].entries())
    await db.execute(sql`
      insert into order_events (order_id, kind, actor, happened_at)
      values (${order_id}, ${kind}, 'admin', now() - interval '9 days' + make_interval(days => ${index}))`);
  const move = (kind: string, units: number) =>
    db.execute(sql`
    with moved as (update inventory set on_hand = on_hand + ${units} where product_id = ${productId} returning product_id)
    insert into stock_movements (product_id, kind, on_hand_delta, reserved_delta, order_id)
    select product_id, ${kind}, ${units}, 0, ${order_id} from moved`);
  await move('sale', -2);
  // That version returned the goods at the request.
  if (refund?.restock || status === 'Cancelled') await move('return', refunded);
  if (refund)
    await db.execute(sql`
      insert into refunds (order_id, payment_id, amount_minor, reason, lines, restock, status, created_at)
      select order_id, payment_id, ${refund.amount}, 'then',
        ${JSON.stringify(refund.lines ? [{ product_id: productId, quantity: refund.lines }] : [])}::jsonb,
        ${refund.restock}, ${refund.status}, now() - interval '9 days' + make_interval(days => ${refund.afterShipping ? 5 : 1})
      from payments where order_id = ${order_id}`);
}

beforeAll(async () => {
  shop = await createDatabaseOfBefore('shipments');
  ({ db } = shop);
  const { rows } = await db.execute<{ product_id: number }>(
    sql`insert into products (parent_asin, title) values ('L', 'Lamp') returning product_id`,
  );
  await db.execute(sql`insert into inventory (product_id, on_hand) values (${rows[0].product_id}, 100)`);
  for (const [name, old] of Object.entries(orders)) await place(name, old, rows[0].product_id);
  await shop.migrate();
});
afterAll(() => shop.close());

async function orderOf(name: string) {
  return presentOrder((await findOrder(db, ids.get(name)!))!, new Date());
}

test.each([
  ['paid', { fulfilment_status: 'unfulfilled', shipments: [] }],
  [
    'shipped',
    {
      status: 'Pending',
      fulfilment_status: 'shipped',
      tracking_number: 'P 1',
      shipments: [{ carrier: 'Post', delivered_at: null, lines: [{ quantity: 2 }] }],
    },
  ],
  [
    'delivered',
    { status: 'Completed', shipments: [{ delivered_at: expect.any(String), lines: [{ quantity: 2 }] }] },
  ],
  [
    'returned',
    {
      status: 'Completed',
      fulfilment_status: 'returned',
      lines: [{ shipped_quantity: 2, refunded_quantity: 2 }],
    },
  ],
  [
    'refunded before it was shipped',
    { status: 'Cancelled', cancelled_because: 'refunded', fulfilment_status: 'cancelled', shipments: [] },
  ],
  [
    'one unit refunded, then shipped',
    { fulfilment_status: 'shipped', lines: [{ shipped_quantity: 1, refunded_quantity: 1 }] },
  ],
  [
    'its refund failed, its goods went on sale',
    { lines: [{ shipped_quantity: 0, refunded_quantity: 1 }], refunds: [{ status: 'failed' }] },
  ],
  ['its refund is under way', { lines: [{ refunding_quantity: 1 }], refunds: [{ status: 'requested' }] }],
  [
    'cancelled, its money had gone back before',
    {
      lines: [{ refunded_quantity: 2 }],
      refunds: [{ amount: { amount_minor: 200 } }, { amount: { amount_minor: 0 } }],
    },
  ],
])('an order that is %s keeps its meaning', async (name, expected) => {
  const order = await orderOf(name);
  order.refunds.sort((a, b) => b.amount.amount_minor - a.amount.amount_minor);
  expect(order).toMatchObject(expected);
});

test('an old event has no state of the order', async () => {
  const { history } = await orderOf('shipped');
  expect(history.length).toBeGreaterThan(0);
  for (const { status, payment_status, fulfilment_status } of history)
    expect([status, payment_status, fulfilment_status]).toEqual([null, null, null]);
});

test('the books agree', async () => {
  const known = /with goods restocked of refund \S+, which is requested/;
  expect((await findIrregularities(db)).filter((sentence) => !known.test(sentence))).toEqual([]);
});
