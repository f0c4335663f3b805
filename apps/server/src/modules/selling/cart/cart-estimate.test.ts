import type { Cart, Checkout } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember } from '../../../testing/account-fixture.ts';
import { createShopper, homeAddress, type Shopper } from '../../../testing/shopper.ts';
import { createTestShop, type TestShop } from '../../../testing/test-shop.ts';
import { savePromotion, saveShippingMethod, saveTaxRate } from '../pricing/index.ts';

let shop: TestShop;
let products: number[];

beforeAll(async () => {
  shop = await createTestShop();
  await shop.db.execute(sql`delete from shipping_methods`);
  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    update products set price_minor = 1999, currency = 'USD' where product_id in (
      select product_id from products where is_listed order by product_id limit 3) returning product_id`);
  products = rows.map((row) => row.product_id);
  for (const productId of products)
    await shop.db.execute(sql`
      insert into inventory (product_id, on_hand) values (${productId}, 50)
      on conflict (product_id) do update set on_hand = 50, reserved = 0`);
  const method = { currency: 'USD', minDays: 3, maxDays: 5, countries: ['US', 'DE'] };
  await saveShippingMethod(shop.db, {
    ...method,
    shippingMethodId: 'slow',
    name: 'Slow',
    priceMinor: 700,
    freeFromMinor: 5_000,
  });
  await saveShippingMethod(shop.db, { ...method, shippingMethodId: 'fast', name: 'Fast', priceMinor: 1_290 });
  await saveShippingMethod(shop.db, {
    ...method,
    shippingMethodId: 'local',
    name: 'Local',
    priceMinor: 300,
    countries: ['DE'],
  });
  const tax = { name: 'Tax', basisPoints: 825, taxesShipping: true };
  await saveTaxRate(shop.db, { ...tax, country: 'US', isInclusive: false });
  await saveTaxRate(shop.db, { ...tax, country: 'DE', isInclusive: true });
});
afterAll(() => shop.close());

const cartOf = async ({ send }: Pick<Shopper, 'send'>, query = '') =>
  (await send<Cart>('GET', `/cart${query}`)).body;

async function withGoods(shopper: Pick<Shopper, 'send'>, quantity = 1): Promise<void> {
  for (const productId of products.slice(0, 2))
    await shopper.send('POST', '/cart/items', { product_id: productId, quantity });
}

test.each([
  { country: 'US', quantity: 1, method: 'slow', shipping: 700 },
  { country: 'US', quantity: 2, method: 'slow', shipping: 0 },
  { country: 'DE', quantity: 1, method: 'local', shipping: 300 },
])(
  '$quantity of each for $country: the cart’s total is the checkout’s total',
  async ({ country, quantity, method, shipping }) => {
    const shopper = createShopper(shop.app);
    await withGoods(shopper, quantity);
    await savePromotion(shop.db, { code: 'TEN', kind: 'percentage', basisPoints: 1_000, isCombinable: true });
    await shopper.send('POST', '/cart/promo', { code: 'TEN' });
    const { estimate } = await cartOf(shopper, `?country=${country}`);
    expect(estimate).toMatchObject({
      country,
      shipping_method: { shipping_method_id: method },
      breakdown: { shipping: { amount_minor: shipping }, tax_name: 'Tax' },
    });
    const { body } = await shopper.send<Checkout>('POST', '/checkout', {
      email: 'ada@example.com',
      shipping_address: { ...homeAddress, country, postal_code: '10115' },
      shipping_method_id: method,
    });
    expect(body.breakdown).toEqual(estimate!.breakdown);
    expect(body.shipping_methods.find((one) => one.shipping_method_id === method)).toEqual(
      estimate!.shipping_method,
    );
  },
);

test('is for the shop’s country until a visitor chooses another, which is remembered', async () => {
  const shopper = createShopper(shop.app);
  await withGoods(shopper);
  expect((await cartOf(shopper)).estimate?.country).toBe('US');
  expect((await cartOf(shopper, '?country=DE')).estimate?.country).toBe('DE');
  expect((await cartOf(shopper)).estimate?.country).toBe('US');
  const chosen = await shopper.send<Cart>('PATCH', '/cart', { country: 'de' });
  expect(chosen.body.estimate?.country).toBe('DE');
  expect((await cartOf(shopper)).estimate).toEqual(chosen.body.estimate);
});

test('is for the country of a member’s default address, unless they choose another', async () => {
  const member = await createMember(shop);
  await withGoods(member);
  expect((await cartOf(member)).estimate?.country).toBe('US');
  await member.send('POST', '/me/addresses', {
    ...homeAddress,
    country: 'DE',
    postal_code: '10115',
    region: '',
  });
  expect((await cartOf(member)).estimate?.country).toBe('DE');
  await member.send('PATCH', '/cart', { country: 'US' });
  expect((await cartOf(member)).estimate?.country).toBe('US');
});

test('reports that the shop does not deliver there', async () => {
  const shopper = createShopper(shop.app);
  await withGoods(shopper);
  const { estimate, breakdown } = await cartOf(shopper, '?country=JP');
  expect(estimate).toMatchObject({ shipping_method: null, breakdown: { shipping: null, tax: null } });
  expect(estimate?.breakdown.total_price).toEqual(breakdown?.total_price);
});

test('the cart already refuses a code that the member has used up', async () => {
  const member = await createMember(shop);
  await withGoods(member);
  const promotionId = await savePromotion(shop.db, {
    code: 'ONCE',
    kind: 'percentage',
    basisPoints: 1_000,
    usageLimitPerPerson: 1,
  });
  expect((await member.send('POST', '/cart/promo', { code: 'ONCE' })).status).toBe(200);
  await shop.db.execute(sql`
    with bought as (
      insert into orders (order_number, user_id, email, subtotal_minor, total_price_minor, currency)
      values ('K-USEDUPONCE', ${member.userId}, ${member.email}, 1, 1, 'USD') returning order_id)
    insert into promotion_uses (promotion_id, order_id, user_id, person_hash)
    select ${promotionId}, order_id, ${member.userId}, 'somebody' from bought`);
  const { estimate, breakdown } = await cartOf(member);
  for (const one of [estimate?.breakdown, breakdown])
    expect(one?.refused).toMatchObject([{ code: 'ONCE', reason: 'used-up-by-you' }]);
});
