import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { findPlentiful } from '../../../testing/belongings.ts';
import { createShopper } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let productId: number;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  [productId] = await findPlentiful(shop);
});
afterAll(() => shop.close());

/** A shopper gets the answer “the payment is under way” and leaves. The order is cancelled after a while. */
async function leaveOrder(reference: 'known' | 'unknown') {
  const buyer = createShopper(shop.app);
  const checkout = await buyer.fillCheckout([{ productId, quantity: 1 }]);
  const { status, body } = await buyer.confirm(checkout, { card: '4000 0025 0000 3155' });
  expect(status).toBe(202);
  const { order_id, email, order_number } = body.order;
  // As if the provider had not answered when the payment was opened.
  if (reference === 'unknown')
    await shop.db.execute(sql`
      with forgotten as (update payments set reference = null, status = 'pending' where order_id = ${order_id})
      update orders set payment_status = 'pending' where order_id = ${order_id}`);
  return { buyer, orderId: order_id, email: email!, orderNumber: order_number };
}

async function giveUp(orderId: string): Promise<void> {
  await shop.db.execute(sql`
    update orders set created_at = created_at - interval '1 hour', expires_at = now() - interval '1 second'
    where order_id = ${orderId}`);
  await shop.db.execute(sql`select graphile_worker.add_job('reconcile-orders', '{}')`);
  await shop.services.jobs.runDue();
}

async function mailsTo(email: string) {
  const { rows } = await shop.db.execute<{ kind: string; subject: string; text: string }>(
    sql`select kind, subject, text from mails where recipient = ${email}`,
  );
  return rows;
}

test.each([
  ['known', 'It was not paid in time. You have not been charged.'],
  ['unknown', 'Our payment provider did not answer. You have not been charged.'],
] as const)(
  'a shopper who left with a payment under way (%s to the provider) gets a mail that the order was cancelled',
  async (reference, sentence) => {
    const { orderId, email, orderNumber } = await leaveOrder(reference);
    await giveUp(orderId);
    const mails = await mailsTo(email);
    expect(mails).toMatchObject([{ kind: 'order-not-paid', subject: `Order ${orderNumber} was cancelled` }]);
    expect(mails[0].text).toContain(sentence);
    expect(mails[0].text).toContain('still in your cart');
  },
);

test('and the mail does not mention the cart if it is empty by then', async () => {
  const { buyer, orderId, email } = await leaveOrder('unknown');
  await buyer.send('DELETE', `/cart/items/${productId}`);
  await giveUp(orderId);
  const [mail] = await mailsTo(email);
  expect(mail.text).toContain('You have not been charged.');
  expect(mail.text).not.toContain('cart');
});

test('a shopper who waits for the answer gets no mail about it', async () => {
  const buyer = createShopper(shop.app);
  const checkout = await buyer.fillCheckout([{ productId, quantity: 1 }]);
  const { status, body } = await buyer.confirm(checkout, { card: '4000 0000 0000 0002' });
  expect([status, body.code]).toEqual([402, 'payment-declined']);
  await shop.services.jobs.runDue();
  const { rows } = await shop.db.execute(sql`
    select kind from mails where recipient = (select email from orders order by created_at desc limit 1)`);
  expect(rows).toEqual([]);
});
