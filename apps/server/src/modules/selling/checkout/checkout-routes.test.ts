import type { Checkout, Confirmation, OrderList, PaymentMethod, Problem } from '@kindred/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember } from '../../../testing/account-fixture.ts';
import { findIrregularities } from '../../../testing/books.ts';
import { createShopper, homeAddress, type Shopper } from '../../../testing/shopper.ts';
import { sellable, stock } from '../../../testing/stock-fixture.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

let shop: TestShop;
let productId: number;
let otherId: number;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  [productId, otherId] = await sellable(shop.db, 2);
});
afterAll(() => shop.close());
afterEach(() => stock(shop.db, [productId, otherId], 50));

const goodCard = { number: '4242 4242 4242 4242', expiry: '04/34', security_code: '123' };

async function addCard(shopper: Pick<Shopper, 'send'>, number = goodCard.number) {
  const { body } = await shopper.send<PaymentMethod>('POST', '/payments/test/methods', {
    ...goodCard,
    number,
  });
  const saved = await shopper.send<Checkout>('PATCH', '/checkout', {
    payment_method: body.payment_method_id,
  });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  return saved.body;
}

function shownBy(checkout: Checkout) {
  const { lines, breakdown } = checkout;
  return {
    lines: lines.map(({ product_id, quantity, unit_price }) => ({ product_id, quantity, unit_price })),
    discount: breakdown.discount,
    shipping: breakdown.shipping,
    tax: breakdown.tax,
  };
}

let attempts = 0;
function pay(shopper: Pick<Shopper, 'send'>, checkout: Checkout, rest: object = {}) {
  return shopper.send<Confirmation & Problem>(
    'POST',
    '/checkout/confirm',
    {
      checkout_id: checkout.checkout_id,
      expected_total: checkout.breakdown.total_price,
      shown: shownBy(checkout),
      ...rest,
    },
    { 'idempotency-key': `attempt ${++attempts}` },
  );
}

async function open(shopper: Pick<Shopper, 'send'>): Promise<Checkout> {
  return (await shopper.send<Checkout>('GET', '/checkout')).body;
}

describe('the payment method is chosen before the payment', () => {
  test('and the shop keeps its name, brand and last digits, as the provider returns them', async () => {
    const guest = createShopper(shop.app);
    await guest.fillCheckout([{ productId, quantity: 1 }]);
    const method = { payment_method_id: 'pm_test_4242_0434', brand: 'visa', last4: '4242', expiry: '04/34' };
    expect((await addCard(guest)).payment_method).toEqual(method);
    expect((await open(guest)).payment_method).toEqual(method);
    const { status, body } = await pay(guest, await open(guest));
    expect([status, body.order.payment_status]).toEqual([201, 'paid']);
  });

  test('no card number is stored anywhere', async () => {
    const guest = createShopper(shop.app);
    await guest.fillCheckout([{ productId, quantity: 1 }]);
    await pay(guest, await addCard(guest));
    const { rows } = await shop.db.execute(sql`
      select 1 from checkouts c where c::text like '%424242%' union all
      select 1 from payments p where p::text like '%424242%' union all
      select 1 from idempotency_keys k where k::text like '%424242%'`);
    expect(rows).toEqual([]);
  });

  test('rejects a payment method that the provider did not issue', async () => {
    const guest = createShopper(shop.app);
    await guest.fillCheckout([{ productId, quantity: 1 }]);
    const { status, body } = await guest.send<Problem>('PATCH', '/checkout', { payment_method: 'pm_mine' });
    expect([status, body.errors]).toMatchObject([
      400,
      [{ pointer: '/payment_method', code: 'unknown-payment-method' }],
    ]);
  });

  test('without one, the checkout cannot be confirmed', async () => {
    const guest = createShopper(shop.app);
    const checkout = await guest.fillCheckout([{ productId, quantity: 1 }]);
    const { status, body } = await pay(guest, checkout);
    expect([status, body.code, body.detail]).toEqual([
      409,
      'checkout-incomplete',
      'Missing: payment_method.',
    ]);
  });

  test.each([
    ['4242 4242 4242 424', 'too-short', 'card number is one digit short'],
    [
      '4242 4242 4242 4241',
      'bad-check-digit',
      'card number has a wrong digit in it: please compare it with the card',
    ],
    [
      '4532 0151 1283 0366',
      'not-a-test-card',
      'card number must be one of the test cards: this shop takes no real cards',
    ],
  ])('the test provider says what is wrong with %s', async (number, code, message) => {
    const guest = createShopper(shop.app);
    const { status, body } = await guest.send<Problem>('POST', '/payments/test/methods', {
      ...goodCard,
      number,
    });
    expect([status, body.errors]).toEqual([400, [{ in: 'body', pointer: '/number', code, message }]]);
  });

  test('all errors of a card are reported together', async () => {
    const guest = createShopper(shop.app);
    const { body } = await guest.send<Problem>('POST', '/payments/test/methods', {
      number: '3782 822463 10005',
      expiry: '01/20',
      security_code: '123',
    });
    expect(body.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/expiry', 'expired'],
      ['/security_code', 'too-short'],
    ]);
  });
});

describe('a draft', () => {
  test('is kept beside the valid details, until valid ones replace it', async () => {
    const guest = createShopper(shop.app);
    await guest.fillCheckout([{ productId, quantity: 1 }]);
    const draft = { email: 'ada@', city: 'Ber', postal_code: '1' };
    await guest.send('PATCH', '/checkout', { draft });
    await guest.send('PATCH', '/checkout', { draft: { city: 'Berl' } });
    const kept = await open(guest);
    expect(kept.draft).toEqual({ ...draft, city: 'Berl' });
    expect(kept.shipping_address?.city).toBe(homeAddress.city);

    await guest.send('PATCH', '/checkout', { email: 'ada@example.com' });
    expect((await open(guest)).draft).toEqual({ city: 'Berl', postal_code: '1' });
    await guest.send('PATCH', '/checkout', { shipping_address: homeAddress });
    expect((await open(guest)).draft).toEqual({});
  });

  test('allows only known fields of a limited length', async () => {
    const guest = createShopper(shop.app);
    await guest.fillCheckout([{ productId, quantity: 1 }]);
    for (const draft of [{ city: 'x'.repeat(301) }, { age: '7' }])
      expect((await guest.send('PATCH', '/checkout', { draft })).status).toBe(400);
  });
});

describe('a checkout that differs from what was shown', () => {
  async function shownThen(change: () => Promise<unknown>) {
    const guest = createShopper(shop.app);
    await guest.fillCheckout([
      { productId, quantity: 2 },
      { productId: otherId, quantity: 1 },
    ]);
    const checkout = await addCard(guest);
    await change();
    return { guest, checkout, refused: await pay(guest, checkout) };
  }

  test('reports the changed price, old and new, and is confirmed at the next attempt', async () => {
    const { rows } = await shop.db.execute<{ price_minor: number; title: string }>(
      sql`select price_minor, title from products where product_id = ${productId}`,
    );
    const [{ price_minor: from }] = rows;
    const to = from + 250;
    const { guest, checkout, refused } = await shownThen(() =>
      shop.db.execute(sql`update products set price_minor = ${to} where product_id = ${productId}`),
    );
    expect([refused.status, refused.body.code]).toEqual([409, 'total-changed']);
    expect(refused.body.changes).toContainEqual({
      kind: 'price',
      product_id: productId,
      from,
      to,
      message: expect.stringMatching(/ costs \$[\d.]+ now\. It was \$[\d.]+\.$/),
    });
    const now = await open(guest);
    expect(refused.body.totals).toEqual({
      shown: checkout.breakdown.total_price,
      now: now.breakdown.total_price,
    });
    expect((await pay(guest, now)).status).toBe(201);
    await shop.db.execute(sql`update products set price_minor = ${from} where product_id = ${productId}`);
  });

  test('reports how many are left, and what is sold out', async () => {
    const { refused } = await shownThen(() => stock(shop.db, [productId], 1));
    expect(refused.body).toMatchObject({
      code: 'total-changed',
      changes: expect.arrayContaining([
        expect.objectContaining({ kind: 'quantity', product_id: productId, from: 2, to: 1 }),
      ]),
    });
    const { refused: gone, guest } = await shownThen(() => stock(shop.db, [otherId], 0));
    expect([gone.status, gone.body.code]).toEqual([409, 'out-of-stock']);
    expect(gone.body.changes).toContainEqual(
      expect.objectContaining({ kind: 'sold-out', product_id: otherId, from: 1, to: 0 }),
    );
    expect((await open(guest)).notices.map(({ kind, product_id }) => [kind, product_id])).toContainEqual([
      'sold-out',
      otherId,
    ]);
  });

  test('reports changed costs of delivery and tax', async () => {
    const { refused } = await shownThen(() =>
      shop.db.execute(sql`
        update shipping_methods set price_minor = price_minor + 100, free_from_minor = null
        where shipping_method_id = 'standard'`),
    );
    expect(refused.body.changes?.map(({ kind }) => kind)).toEqual(['shipping', 'tax']);
  });

  test('reports a code that is no longer valid, and is confirmed once it was shown without the code', async () => {
    const guest = createShopper(shop.app);
    await guest.fillCheckout([{ productId, quantity: 2 }]);
    expect((await guest.send('POST', '/cart/promo', { code: 'WELCOME10' })).status).toBe(200);
    const checkout = await addCard(guest);
    expect(checkout.breakdown.discount.amount_minor).toBeGreaterThan(0);
    await shop.db.execute(sql`update promotions set is_active = false where code = 'WELCOME10'`);
    const refused = await pay(guest, checkout);
    expect([refused.status, refused.body.code]).toEqual([409, 'promo-refused']);
    expect(refused.body.changes?.[0]).toMatchObject({
      kind: 'promo-code',
      message: 'WELCOME10: This code is not in use.',
    });
    expect((await pay(guest, await open(guest))).status).toBe(201);
    await shop.db.execute(sql`update promotions set is_active = true where code = 'WELCOME10'`);
  });

  test('reports only the price if a code was already shown as refused', async () => {
    const guest = createShopper(shop.app);
    await guest.fillCheckout([{ productId, quantity: 1 }]);
    expect((await guest.send('POST', '/cart/promo', { code: 'WELCOME10' })).status).toBe(200);
    await shop.db.execute(sql`update promotions set is_active = false where code = 'WELCOME10'`);
    const checkout = await addCard(guest);
    expect(checkout.breakdown.refused).toHaveLength(1);
    await shop.db.execute(
      sql`update products set price_minor = price_minor + 100 where product_id = ${productId}`,
    );
    const { body } = await pay(guest, checkout);
    expect(body).toMatchObject({ code: 'total-changed', detail: expect.stringMatching(/^It is now /) });
    expect(body.changes?.map(({ kind }) => kind)).not.toContain('promo-code');
    await shop.db.execute(sql`update promotions set is_active = true where code = 'WELCOME10'`);
    await shop.db.execute(
      sql`update products set price_minor = price_minor - 100 where product_id = ${productId}`,
    );
  });

  test('reports other goods, even if the total is the same', async () => {
    const { rows } = await shop.db.execute<{ product_id: number; price_minor: number }>(
      sql`select product_id, price_minor from products where product_id in (${productId}, ${otherId})`,
    );
    await shop.db.execute(
      sql`update products set price_minor = 1000 where product_id in (${productId}, ${otherId})`,
    );
    const guest = createShopper(shop.app);
    await guest.fillCheckout([{ productId, quantity: 1 }]);
    const checkout = await addCard(guest);
    await guest.send('POST', '/cart/items', { product_id: otherId, quantity: 1 });
    await guest.send('DELETE', `/cart/items/${productId}`);
    const { status, body } = await pay(guest, checkout);
    expect([status, body.code, body.totals]).toEqual([409, 'cart-changed', undefined]);
    expect(body.changes?.map(({ product_id, from, to }) => [product_id, from, to])).toEqual([
      [otherId, 0, 1],
      [productId, 1, 0],
    ]);
    expect((await pay(guest, await open(guest))).status).toBe(201);
    for (const { product_id, price_minor } of rows)
      await shop.db.execute(
        sql`update products set price_minor = ${price_minor} where product_id = ${product_id}`,
      );
  });

  test('reports a shipping method that is no longer available, and does not replace it', async () => {
    const guest = createShopper(shop.app);
    await guest.fillCheckout([{ productId, quantity: 1 }]);
    await guest.send('PATCH', '/checkout', { shipping_method_id: 'express' });
    await shop.db.execute(
      sql`update shipping_methods set countries = '{US}' where shipping_method_id = 'express'`,
    );
    const checkout = await addCard(guest);
    expect(checkout).toMatchObject({ shipping_method_id: null, missing: ['shipping_method_id'] });
    expect(checkout.notices).toMatchObject([
      {
        kind: 'shipping-method',
        message: expect.stringMatching(/^Express.* is not available for this address/),
      },
    ]);
    const refused = await pay(guest, checkout);
    expect([refused.status, refused.body.code]).toEqual([409, 'shipping-method-unavailable']);
    await shop.db.execute(
      sql`update shipping_methods set countries = '{}' where shipping_method_id = 'express'`,
    );
  });
});

test('a repeated confirmation returns the current order, even if an earlier version stored the whole answer', async () => {
  const guest = createShopper(shop.app);
  await guest.fillCheckout([{ productId, quantity: 1 }]);
  const checkout = await addCard(guest);
  const { body } = await pay(guest, checkout);
  const again = () => {
    attempts--;
    return pay(guest, checkout);
  };
  const { order_id } = body.order;
  const access = body.access_token;
  expect((await guest.send('POST', `/orders/${order_id}/cancel?access=${access}`)).status).toBe(200);
  const repeated = await again();
  expect([repeated.status, repeated.body.order.order_id, repeated.body.order.status]).toEqual([
    201,
    order_id,
    'Cancelled',
  ]);
  await shop.db.execute(sql`
    update idempotency_keys set body = jsonb_build_object('order', body) where body->>'order_id' = ${order_id}`);
  expect((await again()).body.order.order_id).toBe(order_id);
});

describe('a failed attempt to pay', () => {
  test('is reported until another payment method is chosen, and is not listed as an order', async () => {
    const member = await createMember(shop);
    await member.send('POST', '/cart/items', { product_id: productId, quantity: 1 });
    await member.send('POST', '/checkout', { shipping_address: homeAddress, shipping_method_id: 'standard' });
    const declined = await pay(member, await addCard(member, '4000 0000 0000 9995'));
    expect([declined.status, declined.body.code]).toEqual([402, 'payment-declined']);
    expect(await open(member)).toMatchObject({
      state: 'open',
      payment_method: null,
      last_failure: { code: 'insufficient-funds', message: expect.stringContaining('not enough money') },
    });
    const again = await addCard(member);
    expect(again.last_failure).toBeNull();
    const { body } = await pay(member, again);
    const { body: list } = await member.send<OrderList>('GET', '/orders');
    expect(list.items.map(({ order_id }) => order_id)).toEqual([body.order.order_id]);
    expect(await findIrregularities(shop.db)).toEqual([]);
  });

  test('keeps the payment method if the provider was not reached', async () => {
    const guest = createShopper(shop.app);
    await guest.fillCheckout([{ productId, quantity: 1 }]);
    const checkout = await addCard(guest);
    const { gateway } = shop.services;
    const opening = gateway.open;
    const { PaymentUnavailableError } = await import('../../../ports/payment-gateway.ts');
    Object.assign(gateway, { open: () => Promise.reject(new PaymentUnavailableError('away')) });
    const refused = await pay(guest, checkout);
    Object.assign(gateway, { open: opening });
    expect([refused.status, refused.body.code]).toEqual([503, 'payment-unavailable']);
    expect((await open(guest)).payment_method).toEqual(checkout.payment_method);
    expect((await pay(guest, await open(guest))).status).toBe(201);
  });
});

describe('a second step', () => {
  async function asked() {
    const guest = createShopper(shop.app);
    await guest.fillCheckout([{ productId, quantity: 1 }]);
    const { status, body } = await pay(guest, await addCard(guest, '4000 0025 0000 3155'));
    expect(status).toBe(202);
    const reference = new URL(body.next_action!.redirect_url!).searchParams.get('reference')!;
    const orderId = body.order.order_id;
    return { guest, orderId, reference };
  }
  const settle = (guest: Shopper, order_id: string) =>
    guest.send<Confirmation & Problem>('POST', '/checkout/settle', { order_id });

  test('that was interrupted can be continued or cancelled', async () => {
    const { guest, orderId } = await asked();
    const waiting = await open(guest);
    expect(waiting).toMatchObject({
      state: 'paying',
      order_id: orderId,
      payment: { next_action: { redirect_url: expect.stringContaining('/payments/test/authenticate') } },
    });
    expect((await settle(guest, orderId)).status).toBe(202);
    const access = waiting.payment!.access_token;
    expect((await guest.send('POST', `/orders/${orderId}/cancel?access=${access}`)).status).toBe(200);
    expect(await open(guest)).toMatchObject({ state: 'open', payment: null, last_failure: null });
  });

  test('that was accepted leads to the order, whether the page or the job looks first', async () => {
    const { guest, orderId, reference } = await asked();
    await shop.services.testProvider!.authenticate(reference, true);
    const { status, body } = await settle(guest, orderId);
    expect([status, body.order.payment_status]).toEqual([200, 'paid']);
    expect(body.access_token).toEqual(expect.any(String));
  });

  test('that was refused is reported, and the checkout continues', async () => {
    const { guest, orderId, reference } = await asked();
    await shop.services.testProvider!.authenticate(reference, false);
    const { status, body } = await settle(guest, orderId);
    expect([status, body.code]).toEqual([402, 'payment-declined']);
    expect(await open(guest)).toMatchObject({
      state: 'open',
      last_failure: { code: 'authentication-failed' },
    });
  });

  test('of another shopper does not exist', async () => {
    const { orderId } = await asked();
    const { status, body } = await settle(createShopper(shop.app), orderId);
    expect([status, body.code]).toEqual([404, 'order-not-found']);
  });
});
