import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { confirmCheckout } from '../../modules/selling/checkout/index.ts';
import {
  cancelOrder,
  deliverOrder,
  findOrder,
  moveReturn,
  type Order,
  type RefundedPart,
  requestRefund,
  requestReturn,
  settleOrder,
  shipOrder,
} from '../../modules/selling/orders/index.ts';
import { answerOnce } from '../../platform/http/idempotency.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import { sql } from '../../platform/postgres/sql.ts';
import { cards, type Happening, type RefundPart } from './happenings.ts';
import { currency, type Product, shippingMinor, type World } from './world.ts';

/** The state of a sequence while it is played. */
export interface Play {
  readonly world: World;
  readonly products: readonly Product[];
  /** All placed orders, in the order in which they were placed. */
  readonly orderIds: string[];
  /** The number of each outcome: `ship not-shippable`. */
  readonly counts: Map<string, number>;
  /** The refund of each key. */
  readonly refundsByKey: Map<string, string>;
  readonly violations: string[];
}

/**
 * Performs an event, and returns whether the shop accepted it. A refusal is an outcome; every other error is a violation.
 */
export async function happen(play: Play, happening: Happening): Promise<boolean> {
  if (happening.what === 'at-once') {
    await Promise.all(happening.happenings.map((one) => happen(play, one)));
    return true;
  }
  let outcome = 'ok';
  try {
    await doIt(play, happening);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status < 500) outcome = error.problem.code;
    else {
      outcome = 'thrown';
      const cause =
        (error as Error).cause instanceof Error ? `: ${((error as Error).cause as Error).message}` : '';
      play.violations.push(`${happening.what} threw ${(error as Error).message}${cause}`);
    }
  }
  const name = `${happening.what} ${outcome}`;
  play.counts.set(name, (play.counts.get(name) ?? 0) + 1);
  return outcome === 'ok';
}

async function doIt(play: Play, happening: Exclude<Happening, { what: 'at-once' }>): Promise<void> {
  const { world } = play;
  switch (happening.what) {
    case 'buy':
      return buy(play, happening);
    case 'run-jobs':
      await world.runJobs();
      return;
    case 'an-hour-passes':
      return passHour(play);
    default: {
      const orderId = play.orderIds[happening.order % play.orderIds.length];
      const order = orderId === undefined ? undefined : await findOrder(world.db, orderId);
      if (order) await doToOrder(play, happening, order);
    }
  }
}

type OfOrder = Extract<Happening, { order: number }>;

async function doToOrder(play: Play, happening: OfOrder, order: Order): Promise<void> {
  const { world, products } = play;
  const { orders } = world;
  const { orderId } = order;
  const productOf = (product: number) => products[product % products.length].productId;
  switch (happening.what) {
    case 'ship': {
      const lines = happening.lines?.map(([product, quantity]) => ({
        productId: productOf(product),
        quantity,
      }));
      await shipOrder(orders, { orderId, lines, carrier: null, trackingNumber: null });
      return;
    }
    case 'deliver': {
      const shipmentId =
        happening.parcel === undefined ? undefined : order.shipments[happening.parcel]?.shipmentId;
      await deliverOrder(orders, { orderId, ...(shipmentId !== undefined && { shipmentId }) });
      return;
    }
    case 'refund':
      return refund(play, happening, order);
    case 'ask-return':
      await requestReturn(orders, {
        orderId,
        lines: happening.lines.map(([product, quantity]) => ({ productId: productOf(product), quantity })),
        reason: 'other',
        note: '',
      });
      return;
    case 'move-return': {
      const { which, move, restock } = happening;
      const { returnId } = order.returns[which % order.returns.length] ?? {};
      if (returnId !== undefined)
        await moveReturn(orders, { orderId, returnId, move, restock, actor: 'admin' });
      return;
    }
    case 'cancel':
      await cancelOrder(orders, orderId, happening.by);
      return;
    case 'second-step': {
      const reference = await referenceOf(world, orderId);
      if (reference && (await world.gateway.authenticate(reference, happening.isApproved)))
        await settleOrder(orders, orderId);
      return;
    }
    case 'desk-refund':
      await refundAtDesk(world, orderId, happening.percent);
      return settleOrder(orders, orderId);
    case 'bank-relents':
      await world.db.execute(
        sql`update test_payments set refunds_as = 'succeed' where order_id = ${orderId} and refunds_as = 'fail'`,
      );
      return;
    case 'look':
      return settleOrder(orders, orderId);
    default:
      happening satisfies never;
  }
}

async function buy(play: Play, { lines, card }: Extract<Happening, { what: 'buy' }>): Promise<void> {
  const { world, products } = play;
  const { db } = world.orders;
  const owner = { kind: 'visitor', visitorId: randomUUID() } as const;
  const wanted = lines.map(([product, quantity]) => ({ ...products[product], quantity }));
  await world.checkout.cartStore.update(owner, (cart) => ({
    ...cart,
    lines: wanted.map(({ productId, priceMinor, quantity }) => ({
      productId,
      quantity,
      seenPriceMinor: priceMinor,
      currency,
      addedAt: new Date().toISOString(),
    })),
  }));
  const address = {
    full_name: 'Ada',
    line1: 'Gata 1',
    line2: '',
    city: 'Oslo',
    region: '',
    postal_code: '0150',
    country: 'NO',
    phone: '',
  };
  const { rows } = await db.execute<{ checkout_id: string }>(sql`
    insert into checkouts (visitor_id, email, shipping_address, shipping_method_id)
    values (${owner.visitorId}, 'ada@example.com', ${JSON.stringify(address)}::jsonb, 'post') returning checkout_id`);
  // If the stock is lower than the quantity that was added, the cart has the stock.
  const { rows: left } = await db.execute<{ product_id: number; available: number }>(sql`
    select product_id, on_hand - reserved as available from inventory
    where product_id = any(${wanted.map(({ productId }) => productId)}::int[])`);
  const available = new Map(left.map((row) => [row.product_id, row.available]));
  const goods = wanted.reduce((sum, { productId, priceMinor, quantity }) => {
    const units = available.get(productId) ?? 0;
    return sum + priceMinor * (units > 0 ? Math.min(quantity, units) : quantity);
  }, 0);
  const before = new Set(play.orderIds);
  try {
    await confirmCheckout(world.checkout, {
      owner,
      checkoutId: rows[0].checkout_id,
      expectedTotal: { amount_minor: goods + shippingMinor, currency },
      method: cards[card],
    });
  } finally {
    const { rows: placed } = await db.execute<{ order_id: string }>(sql`
      select distinct order_id from order_lines join orders using (order_id)
      where product_id = any(${products.map(({ productId }) => productId)}::int[])`);
    for (const { order_id } of placed)
      if (!before.has(order_id) && !play.orderIds.includes(order_id)) play.orderIds.push(order_id);
  }
}

async function refund(
  play: Play,
  happening: Extract<Happening, { what: 'refund' }>,
  order: Order,
): Promise<void> {
  const { world } = play;
  const { part, restock, key } = happening;
  const { orderId } = order;
  const request = {
    method: 'POST',
    url: `/api/v1/admin/orders/${orderId}/refund`,
    headers: { 'idempotency-key': String(key) },
    body: { part, restock },
  } as unknown as FastifyRequest;
  const { body } = await answerOnce({ db: world.db, request, owner: 'admin:proof' }, async () => ({
    status: 202,
    body: await requestRefund(world.orders, {
      ...refundedPart(play, part, order),
      orderId,
      reason: 'proof',
      restock,
      actor: 'admin',
    }),
  }));
  const name = `${orderId} ${key}`;
  const earlier = play.refundsByKey.get(name) ?? body.refundId;
  if (earlier !== body.refundId) play.violations.push(`the key ${name} made two refunds`);
  play.refundsByKey.set(name, earlier);
}

function refundedPart({ products }: Play, part: RefundPart, order: Order): RefundedPart {
  switch (part.what) {
    case 'all':
      return { what: 'all' };
    case 'percent':
      return {
        what: 'amount',
        amount: { amountMinor: Math.ceil((order.totalMinor * part.percent) / 100), currency },
      };
    case 'lines':
      return {
        what: 'lines',
        lines: part.lines.map(([product, quantity]) => ({
          productId: products[product].productId,
          quantity,
          units: part.units,
        })),
      };
    default:
      return part satisfies never;
  }
}

async function referenceOf({ db }: World, orderId: string): Promise<string | null> {
  const { rows } = await db.execute<{ reference: string | null }>(
    sql`select reference from payments where order_id = ${orderId}`,
  );
  return rows[0].reference;
}

async function refundAtDesk({ db, gateway }: World, orderId: string, percent: number): Promise<void> {
  const { rows } = await db.execute<{ reference: string; amount_minor: number }>(
    sql`select reference, amount_minor::float8 from test_payments where order_id = ${orderId}`,
  );
  const [payment] = rows;
  if (!payment) return;
  const { reference, amount_minor } = payment;
  const amountMinor = Math.ceil((amount_minor * percent) / 100);
  await gateway.refund({ refundId: `desk ${randomUUID()}`, reference, amountMinor });
}

async function passHour({ world, orderIds }: Play): Promise<void> {
  const { db } = world;
  const ids = orderIds;
  await db.execute(sql`
    update orders set created_at = created_at - interval '1 hour', expires_at = now() - interval '1 second'
    where expires_at is not null and order_id = any(${ids}::uuid[])`);
  await db.execute(sql`
    update refunds set created_at = created_at - interval '1 hour', asked_at = asked_at - interval '1 hour'
    where status = 'requested' and order_id = any(${ids}::uuid[])`);
  await world.addJob('reconcile-orders', {});
  await world.addJob('reconcile-refunds', {});
  // The second run does the work that the first one found.
  await world.runJobs();
  await world.runJobs();
}
