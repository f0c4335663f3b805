import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { findIrregularities } from '../../../testing/books.ts';
import { createMerchant, type Merchant, refundCards } from '../../../testing/merchant.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { settleOrder } from './settle-order.ts';

let shop: TestShop;
let merchant: Merchant;
let lamp: number;
let vase: number;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  merchant = await createMerchant(shop);
  [lamp, vase] = merchant.products;
});
afterAll(() => shop.close());

const jobs = () => shop.services.jobs.runDue();

async function buy(quantity: number, card?: string) {
  const before = await merchant.onHand(lamp);
  const { order } = await merchant.buy([{ productId: lamp, quantity }], card);
  return { order, id: order.order_id, before };
}

function lines(quantity: number, more: object = {}) {
  return { lines: [{ product_id: lamp, quantity }], reason: 'scratched', ...more };
}

async function booksAgree() {
  expect(await findIrregularities(shop.db)).toEqual([]);
}

describe('goods that are being refunded', () => {
  test('go back into stock when the money has moved, not before', async () => {
    const { id, before } = await buy(2);
    expect((await merchant.refund(id, lines(2))).status).toBe(202);
    expect(await merchant.onHand(lamp)).toBe(before - 2);
    expect((await merchant.order(id)).lines).toMatchObject([{ refunding_quantity: 2, refunded_quantity: 0 }]);
    await jobs();
    expect(await merchant.onHand(lamp)).toBe(before);
    expect(await merchant.order(id)).toMatchObject({
      status: 'Cancelled',
      cancelled_because: 'refunded',
      payment_status: 'refunded',
      fulfilment_status: 'cancelled',
      lines: [{ refunding_quantity: 0, refunded_quantity: 2 }],
      refunds: [{ status: 'succeeded', lines: [{ product_id: lamp, quantity: 2 }] }],
    });
    await booksAgree();
  });

  test('stay in stock, and are neither shipped nor refunded again', async () => {
    const { id } = await buy(2, refundCards.pends);
    await merchant.refund(id, lines(2));
    await jobs();
    for (const path of ['ship', 'shipments']) {
      const refused = await merchant.post(id, path, path === 'ship' ? {} : { all: true });
      expect([refused.status, refused.body.code]).toEqual([409, 'not-shippable']);
      expect(refused.body.detail).toBe('The rest of the order is being refunded.');
    }
    const again = await merchant.refund(id, lines(1));
    expect([again.status, again.body.code]).toEqual([409, 'not-refundable']);
    await merchant.askAboutRefunds();
    expect((await merchant.post(id, 'ship', {})).status).toBe(409);
    await booksAgree();
  });

  test.each([refundCards.fails, refundCards.pendsInVain])(
    'are free again if the refund fails, and can be shipped or refunded by line (%s)',
    async (card) => {
      const { id, before } = await buy(2, card);
      for (let times = 0; times < 2; times++) {
        expect((await merchant.refund(id, lines(2))).status).toBe(202);
        await jobs();
        await merchant.askAboutRefunds();
      }
      expect(await merchant.order(id)).toMatchObject({
        status: 'Pending',
        payment_status: 'paid',
        fulfilment_status: 'unfulfilled',
        lines: [{ refunding_quantity: 0, refunded_quantity: 0 }],
        refunds: [{ status: 'failed' }, { status: 'failed' }],
      });
      expect(await merchant.onHand(lamp)).toBe(before - 2);
      expect((await merchant.post(id, 'ship', {})).body.fulfilment_status).toBe('shipped');
      await booksAgree();
    },
  );

  test('are not shipped by a concurrent request', async () => {
    for (let times = 0; times < 5; times++) {
      const { id, before } = await buy(1);
      const [refunded, shipped] = await Promise.all([
        merchant.refund(id, lines(1, { units: undefined, restock: true })),
        merchant.post(id, 'ship', {}),
      ]);
      expect([refunded.status, shipped.status].sort()).not.toEqual([202, 202]);
      await jobs();
      const { shipments } = await merchant.order(id);
      expect((await merchant.onHand(lamp)) + shipments.length).toBe(before);
    }
    await booksAgree();
  });

  test('are also held by an amount that refunds everything that is left', async () => {
    const { order, id, before } = await buy(1);
    await merchant.refund(id, { amount: order.total_price, reason: 'sorry' });
    expect((await merchant.post(id, 'ship', {})).status).toBe(409);
    await jobs();
    expect(await merchant.order(id)).toMatchObject({ status: 'Cancelled', payment_status: 'refunded' });
    expect(await merchant.onHand(lamp)).toBe(before);
  });
});

describe('a cancelled order', () => {
  test('keeps its goods until the refund succeeds, and can be refunded again if it fails', async () => {
    const { id, before } = await buy(1, refundCards.fails);
    await merchant.cancel(id);
    await jobs();
    expect(await merchant.order(id)).toMatchObject({ status: 'Cancelled', payment_status: 'paid' });
    expect(await merchant.onHand(lamp)).toBe(before - 1);
    // The bank accepts refunds now.
    await shop.db.execute(sql`update test_payments set refunds_as = 'succeed' where order_id = ${id}`);
    expect((await merchant.refund(id, lines(1))).status).toBe(202);
    await jobs();
    expect(await merchant.order(id)).toMatchObject({ status: 'Cancelled', payment_status: 'refunded' });
    expect(await merchant.onHand(lamp)).toBe(before);
    await booksAgree();
  });

  test('with a part on its way is cancelled for the rest', async () => {
    const { id, before } = await buy(3);
    await merchant.ship(id, { lines: [{ product_id: lamp, quantity: 1 }] });
    const { body } = await merchant.cancel(id);
    expect(body).toMatchObject({ status: 'Pending', lines: [{ refunding_quantity: 2 }] });
    await jobs();
    expect(await merchant.onHand(lamp)).toBe(before - 1);
    expect((await merchant.cancel(id)).status).toBe(409);
    expect((await merchant.post(id, 'deliver')).body).toMatchObject({
      status: 'Completed',
      fulfilment_status: 'delivered',
      payment_status: 'partly-refunded',
    });
    await booksAgree();
  });
});

describe('goods that were shipped', () => {
  async function buyAndShip(quantity: number, isDelivered = true) {
    const bought = await buy(quantity);
    await merchant.post(bought.id, 'ship', {});
    if (isDelivered) await merchant.post(bought.id, 'deliver');
    return bought;
  }

  test('stay where they are, unless the request says that they were returned', async () => {
    const { id, before } = await buyAndShip(2);
    await merchant.refund(id, lines(1));
    await jobs();
    expect(await merchant.onHand(lamp)).toBe(before - 2);
    await merchant.refund(id, lines(1, { restock: true }));
    await jobs();
    expect(await merchant.onHand(lamp)).toBe(before - 1);
    expect(await merchant.order(id)).toMatchObject({
      status: 'Completed',
      fulfilment_status: 'delivered',
      payment_status: 'refunded',
    });
    await booksAgree();
  });

  test('and all came back count as returned', async () => {
    const { id, before } = await buyAndShip(2);
    await merchant.refund(id, { all: true, reason: 'too small', restock: true });
    await jobs();
    expect(await merchant.order(id)).toMatchObject({ status: 'Completed', fulfilment_status: 'returned' });
    expect(await merchant.onHand(lamp)).toBe(before);
  });

  test('and are on their way do not count as returned unless the request names them', async () => {
    const { id, before } = await buyAndShip(1, false);
    const unnamed = await merchant.refund(id, lines(1, { restock: true }));
    expect([unnamed.status, unnamed.body.code]).toEqual([409, 'not-refundable']);
    const named = { lines: [{ product_id: lamp, quantity: 1, units: 'shipped' }], reason: 'undeliverable' };
    expect((await merchant.refund(id, { ...named, restock: true })).status).toBe(202);
    await jobs();
    expect(await merchant.order(id)).toMatchObject({ status: 'Cancelled', fulfilment_status: 'returned' });
    expect(await merchant.onHand(lamp)).toBe(before);
    expect((await merchant.post(id, 'deliver')).status).toBe(409);
    await booksAgree();
  });
});

describe('a refund request', () => {
  test('says what to refund, in exactly one of three ways', async () => {
    const { order, id } = await buy(1);
    for (const body of [
      {},
      { all: true, amount: order.total_price },
      { lines: [{ product_id: lamp, quantity: 1 }], all: true },
    ]) {
      const { status, body: problem } = await merchant.refund(id, { ...body, reason: 'scratched' });
      expect([status, problem.code]).toEqual([400, 'refund-unclear']);
      for (const name of ['lines', 'amount', 'all']) expect(problem.detail).toContain(name);
    }
    expect((await merchant.refund(id, { amount_minor: 100, reason: 'scratched' })).status).toBe(400);
    expect((await merchant.order(id)).refunds).toEqual([]);
  });

  test('has an amount like any other, in the currency of the order', async () => {
    const { order, id } = await buy(1);
    const { currency } = order.total_price;
    const wrong = await merchant.refund(id, {
      amount: { amount_minor: 100, currency: currency === 'EUR' ? 'USD' : 'EUR' },
      reason: 'scratched',
    });
    expect([wrong.status, wrong.body.code]).toEqual([409, 'not-refundable']);
    const { status, body } = await merchant.refund(id, {
      amount: { amount_minor: 100, currency },
      reason: 'scratched',
    });
    expect([status, body.amount]).toEqual([202, { amount_minor: 100, currency }]);
    await jobs();
    expect(await merchant.order(id)).toMatchObject({
      status: 'Pending',
      payment_status: 'partly-refunded',
      fulfilment_status: 'unfulfilled',
    });
  });

  test('for products that are not in the order is rejected with their numbers', async () => {
    const { id } = await buy(1);
    const { body } = await merchant.refund(id, {
      lines: [{ product_id: vase, quantity: 1 }],
      reason: 'scratched',
    });
    expect(body.detail).toBe(`The order does not contain product ${vase}.`);
  });
});

test('an order is not refunded while one of its refunds is under way, even if another one has succeeded', async () => {
  const { order, id } = await buy(2, refundCards.pends);
  await merchant.refund(id, lines(1));
  await jobs();
  await shop.db.execute(sql`update test_payments set refunds_as = 'succeed' where order_id = ${id}`);
  await merchant.refund(id, lines(1));
  await jobs();
  expect(await merchant.order(id)).toMatchObject({ status: 'Pending', payment_status: 'partly-refunded' });
  await merchant.askAboutRefunds();
  const done = await merchant.order(id);
  expect(done).toMatchObject({ status: 'Cancelled', payment_status: 'refunded' });
  const given = done.refunds.reduce((sum, { amount }) => sum + amount.amount_minor, 0);
  expect(given).toBe(order.total_price.amount_minor);
});

test('money that a bank returns days later is owed again, and its goods stay in stock', async () => {
  const { order, id, before } = await buy(1, refundCards.bounces);
  await merchant.refund(id, lines(1));
  await jobs();
  expect(await merchant.order(id)).toMatchObject({ status: 'Cancelled', payment_status: 'refunded' });
  await settleOrder(shop.services.orders, id);
  const owed = await merchant.order(id);
  expect(owed).toMatchObject({
    status: 'Cancelled',
    payment_status: 'paid',
    lines: [{ refunded_quantity: 1 }],
    refunds: [{ status: 'failed' }],
  });
  expect(owed.history.map(({ kind }) => kind)).toContain('refund-failed');
  expect(await merchant.onHand(lamp)).toBe(before);
  await shop.db.execute(sql`update test_payments set refunds_as = 'succeed' where order_id = ${id}`);
  const again = await merchant.refund(id, { all: true, reason: 'to another account' });
  expect(again.body.amount).toEqual(order.total_price);
  await jobs();
  expect((await merchant.order(id)).payment_status).toBe('refunded');
  expect(await merchant.onHand(lamp)).toBe(before);
  await booksAgree();
});

test('asks about a refund until it ends, however long that takes', async () => {
  const { id } = await buy(1, refundCards.pends);
  await merchant.refund(id, lines(1));
  await jobs();
  // All attempts of the job that asked first are used up.
  await shop.db.execute(
    sql`select graphile_worker.remove_job('execute-refund:' || refund_id) from refunds where order_id = ${id}`,
  );
  await shop.db.execute(sql`
    update refunds set created_at = created_at - interval '9 days', asked_at = asked_at - interval '7 hours' where order_id = ${id}`);
  await shop.db.execute(sql`select graphile_worker.add_job('reconcile-refunds', '{}')`);
  await jobs();
  expect((await merchant.order(id)).payment_status).toBe('refunded');
});
