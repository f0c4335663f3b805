/** @file Concurrent orders, cancellations, refunds and expiries on two nodes: the sum of sold and available units stays the same. */
import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Order } from '@kindred/contracts';
import { sql } from '../platform/postgres/sql.ts';
import { countUnits, findIrregularities } from './books.ts';
import type { NodeProcess } from './processes/node-process.ts';
import { createShopper, tokenOf } from './shopper.ts';
import { sellable, stock } from './stock-fixture.ts';
import type { TestShop } from './test-shop.ts';

export interface CheckoutMix {
  /** How often each thing happened: `buy 201`, `cancel 200`. */
  readonly counts: Readonly<Record<string, number>>;
  readonly violations: string[];
}

const cards = ['4242424242424242', '4242424242424242', '4000000000000002', '4000002500003155'];

/** Each of these must happen, or the mix proves nothing. */
const needed = ['buy 201', 'buy 402 payment-declined', 'cancel 200', 'refund 202'];

export async function mixCheckouts(
  shop: TestShop,
  other: Pick<NodeProcess, 'app'>,
  {
    random,
    purchases,
    least,
    signal,
  }: { random: () => number; purchases: number; least: number; signal: AbortSignal },
): Promise<CheckoutMix> {
  const products = await sellable(shop.db, 8);
  await stock(shop.db, products, 30);
  const before = await countUnits(shop.db);
  let left = purchases;
  const admin = createShopper(other.app, { token: await tokenOf({ isAdmin: true }) });
  const placed: Order[] = [];
  const counts: Record<string, number> = {};
  const note = (...words: (string | number | undefined)[]): void => {
    const what = words.filter((word) => word !== undefined).join(' ');
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;

  async function buy(node: Pick<NodeProcess, 'app'>): Promise<void> {
    left--;
    const buyer = createShopper(node.app);
    const lines = [pick(products), pick(products)].map((productId) => ({
      productId,
      quantity: 1 + Math.floor(random() * 3),
    }));
    const checkout = await buyer.fillCheckout(lines).catch((error: Error) => {
      if (!/out-of-stock/.test(error.message)) throw error;
    });
    if (!checkout) return note('cart refused');
    const { status, body } = await buyer.confirm(checkout, { card: pick(cards) });
    note('buy', status, body.code);
    if (body.order) placed.push(body.order);
  }
  async function undo(): Promise<void> {
    if (placed.length === 0) return;
    const order = pick(placed);
    if (random() < 0.5) {
      const { status } = await admin.send('POST', `/orders/${order.order_id}/cancel`);
      return note('cancel', status);
    }
    const line = pick(order.lines);
    const { status } = await admin.send(
      'POST',
      `/admin/orders/${order.order_id}/refund`,
      { lines: [{ product_id: line.product_id, quantity: 1 }], reason: 'changed their mind' },
      { 'idempotency-key': randomUUID() },
    );
    note('refund', status);
  }
  async function expire(): Promise<void> {
    await shop.db.execute(sql`
      update orders set created_at = created_at - interval '1 hour', expires_at = now() - interval '1 minute'
      where expires_at is not null
        and order_id in (select order_id from orders where expires_at is not null and random() < 0.5 limit 5)`);
    await shop.services.jobs.runDue();
    note('jobs');
  }
  const isLacking = (what: string): boolean => (counts[what] ?? 0) < least;
  /** The actions are random. The mix continues until each required one has happened, up to a limit. */
  const goesOn = (): boolean => left > 0 || (left > -9 * purchases && needed.some(isLacking));
  async function repeat(work: () => Promise<void>): Promise<void> {
    while (goesOn() && !signal.aborted) {
      await work();
      await setImmediate();
    }
  }
  await Promise.all([
    ...[shop, other].flatMap((node) => [1, 2, 3].map(() => repeat(() => buy(node)))),
    repeat(undo),
    repeat(undo),
    repeat(expire),
  ]);
  await shop.services.jobs.runDue();

  const after = await countUnits(shop.db);
  const [were, are] = [before, after].map(({ onHand, sold }) => onHand + sold);
  return {
    counts,
    violations: [
      ...Object.keys(counts)
        .filter((what) => / 5\d\d/.test(what))
        .map((what) => `A request failed: ${what}.`),
      ...needed
        .filter(isLacking)
        .map((what) => `“${what}” happened ${counts[what] ?? 0} times, less than ${least}.`),
      ...(await findIrregularities(shop.db)).map((sentence) => String(sentence)),
      ...(were === are ? [] : [`There were ${were} units on hand or sold, and now there are ${are}.`]),
    ],
  };
}
