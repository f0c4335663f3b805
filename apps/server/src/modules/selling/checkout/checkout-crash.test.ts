import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addJob } from '../../../platform/jobs/add-job.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { findIrregularities } from '../../../testing/books.ts';
import { startNodeProcess } from '../../../testing/processes/node-process.ts';
import { createShopper, goodCard } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import type { CheckoutStep } from './checkout-context.ts';

let shop: TestShop;

beforeEach(async () => {
  shop = await createTestShop({ size: smallSize });
});
afterEach(() => shop.close());

/** Simulates three minutes: makes the order older, and lets the claim of its request expire. */
async function threeMinutesLater(): Promise<void> {
  await shop.db.execute(sql`update orders set created_at = created_at - interval '3 minutes'`);
  await shop.db.execute(sql`update idempotency_keys set locked_at = locked_at - interval '3 minutes'`);
  await addJob(shop.db, { name: 'reconcile-orders', payload: {} });
  await shop.services.jobs.runDue();
}

const nothingCharged = { paid: 0, charges: 0 };
const oneOrder = { paid: 1, charges: 1 };

/** The state after another node has reconciled the order. */
const steps: [CheckoutStep, typeof oneOrder][] = [
  ['received', nothingCharged],
  ['prepared-uncommitted', nothingCharged],
  ['prepared', nothingCharged],
  ['payment-opened', nothingCharged],
  ['reference-stored', nothingCharged],
  ['payment-confirmed', oneOrder],
  ['settled-uncommitted', oneOrder],
  ['settled', oneOrder],
  ['answered', oneOrder],
];

test.each(steps)(
  'a node that is killed at “%s” leaves no charge without an order, and no order without its stock',
  async (step, expected) => {
    const { rows: products } = await shop.db.execute<{ product_id: number }>(sql`
      select product_id from products join inventory using (product_id)
      where is_listed and price_minor is not null and on_hand > 5 order by product_id limit 2`);
    const buyer = createShopper(shop.app);
    const lines = products.map(({ product_id }) => ({ productId: product_id, quantity: 2 }));
    const checkout = await buyer.fillCheckout(lines);
    const key = randomUUID();

    const node = await startNodeProcess(shop, { lastStep: step });
    const request = fetch(`${node.address}/api/v1/checkout/confirm`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        cookie: [...buyer.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      body: JSON.stringify({
        checkout_id: checkout.checkout_id,
        payment_method: goodCard,
        expected_total: checkout.breakdown.total_price,
      }),
    });
    await expect(request).rejects.toThrow();
    expect(await node.ended).toEqual([null, 'SIGKILL']);

    await threeMinutesLater();
    const { rows } = await shop.db.execute(sql`
      select (select count(*)::int from orders where payment_status = 'paid') as paid,
        (select count(*)::int from test_payments where state = 'paid') as charges`);
    expect(rows).toEqual([expected]);
    expect(await findIrregularities(shop.db)).toEqual([]);

    // The shopper's browser sends the same request again.
    const again = await buyer.confirm(checkout, { key });
    expect(again.status).toBe(201);
    const { rows: after } = await shop.db.execute(sql`
      select (select count(*)::int from orders where payment_status = 'paid') as paid,
        (select count(*)::int from test_payments where state = 'paid') as charges,
        (select count(*)::int from mails where kind = 'order-confirmed') as mails`);
    expect(after).toEqual([{ ...oneOrder, mails: 1 }]);
    expect(await findIrregularities(shop.db)).toEqual([]);
  },
);
