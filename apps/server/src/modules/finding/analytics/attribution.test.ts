import { randomUUID } from 'node:crypto';
import type { PerformanceReport, Product, Recommendations, ShopEvent } from '@kindred/contracts';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember, goodPassword } from '../../../testing/account-fixture.ts';
import { createMerchant, type Merchant } from '../../../testing/merchant.ts';
import { createShopper, type Shopper, tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { recordEvents } from './record-events.ts';

let shop: TestShop;
let merchant: Merchant;
let admin: Shopper;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  merchant = await createMerchant(shop);
  admin = createShopper(shop.app, { token: await tokenOf({ isAdmin: true }) });
});
beforeEach(() => shop.db.execute(sql`truncate attributions, events, exposures`));
afterAll(() => shop.close());

const send = (who: Shopper, events: ShopEvent[], headers: Record<string, string> = {}) =>
  who.send('POST', '/events', { events }, headers);

async function see(who: Shopper, context = 'home', headers: Record<string, string> = {}) {
  const { body } = await who.send<Recommendations>(
    'GET',
    `/recommendations?context=${context}`,
    undefined,
    headers,
  );
  await shop.services.exposures.close();
  const at = (index: number) => ({
    product_id: body.items[index]!.product.product_id,
    request_id: body.request_id,
    position: body.items[index]!.position,
  });
  return { at, shelf: body };
}

async function buy(who: Shopper, productId: number, quantity = 1) {
  const { status, body } = await who.confirm(await who.fillCheckout([{ productId, quantity }]));
  expect(status).toBe(201);
  await shop.services.cartAttribution.close();
  await shop.services.jobs.runDue();
  return body.order;
}

async function attributions() {
  const { rows } = await shop.db.execute(sql`
    select kind, touch, request_id, position, taken_product_id as product_id, quantity, refunded_quantity, revenue_minor::float8
    from attributions order by attribution_id`);
  return rows;
}

test('the last click explains the cart and the purchase, and the last impression does so without a click', async () => {
  const guest = createShopper(shop.app);
  await send(guest, [{ kind: 'search', query: 'lamp' }]);
  const first = (await see(guest)).at(0);
  const { at } = await see(guest);
  const { product_id: other, ...otherCard } = at(1);
  await send(guest, [
    { kind: 'click', ...first },
    { kind: 'click', ...at(0) },
    { kind: 'impression', ...otherCard },
  ]);
  const order = await buy(guest, first.product_id, 2);
  const [line] = order.lines;
  const clicked = { touch: 'click', ...at(0), quantity: 2, refunded_quantity: 0 };
  expect(await attributions()).toEqual([
    { ...clicked, kind: 'cart', revenue_minor: null },
    { ...clicked, kind: 'purchase', revenue_minor: line!.total.amount_minor },
  ]);
  await buy(guest, other);
  expect((await attributions()).slice(2)).toMatchObject([
    { kind: 'cart', touch: 'impression', ...at(1) },
    { kind: 'purchase', touch: 'impression', ...at(1) },
  ]);
  await shop.db.execute(sql`
    select graphile_worker.add_job('attribute-order', json_build_object('orderId', ${order.order_id}::text, 'visitorId', null))`);
  await shop.services.jobs.runDue();
  expect(await attributions()).toHaveLength(4);
});

test('a click of a guest counts after the log-in, that of a stranger or of long ago never', async () => {
  const member = await createMember(shop);
  const guest = createShopper(shop.app);
  await send(guest, [{ kind: 'search', query: 'lamp' }]);
  const { at } = await see(guest);
  await send(guest, [{ kind: 'click', ...at(0) }]);
  await buy(createShopper(shop.app), at(0).product_id);
  expect(await attributions()).toEqual([]);
  const { status } = await guest.send('POST', '/auth/login', {
    email: member.email,
    password: goodPassword,
    set_cookies: true,
  });
  expect(status).toBe(200);
  const csrf = await csrfOf(guest);
  await guest.send('POST', '/cart/items', { product_id: at(0).product_id }, csrf);
  await shop.services.cartAttribution.close();
  expect(await attributions()).toMatchObject([{ kind: 'cart', touch: 'click', ...at(0) }]);
  await shop.db.execute(sql`truncate attributions`);
  await shop.db.execute(sql`update events set occurred_at = occurred_at - interval '8 days'`);
  await shop.db.execute(
    sql`update exposures set seen_at = array(select at - interval '8 days' from unnest(seen_at) with ordinality as s (at, n) order by n)`,
  );
  await guest.send('POST', '/cart/items', { product_id: at(0).product_id }, csrf);
  await shop.services.cartAttribution.close();
  expect(await attributions()).toEqual([]);
});

async function csrfOf(who: Shopper): Promise<Record<string, string>> {
  const { body } = await who.send<{ csrf_token: string }>('GET', '/auth/csrf');
  return { 'x-csrf-token': body.csrf_token };
}

test('a refund takes its units and their money back, and the report shows what is left', async () => {
  const guest = createShopper(shop.app);
  await send(guest, [{ kind: 'search', query: 'lamp' }]);
  const { at, shelf } = await see(guest, 'trending');
  const { product_id: productId, ...card } = at(0);
  await send(guest, [
    { kind: 'impression', ...card },
    { kind: 'impression', ...card },
    { kind: 'click', product_id: productId, ...card },
    { kind: 'click', product_id: productId, ...card },
  ]);
  const order = await buy(guest, productId, 2);
  const total = order.lines[0]!.total.amount_minor;
  await merchant.refund(order.order_id, {
    lines: [{ product_id: productId, quantity: 1 }],
    reason: 'scratched',
  });
  await shop.services.jobs.runDue();
  const left = total - Math.round(total / 2);
  expect((await attributions())[1]).toMatchObject({
    refunded_quantity: 1,
    revenue_minor: expect.closeTo(left, 0),
  });

  const ask = async (by: string) =>
    (await admin.send<PerformanceReport>('GET', `/admin/recommendations/performance?by=${by}`)).body.items;
  const counted = { impressions: 1, clicks: 1, carts: 1, purchases: 1, ctr: 1 };
  const [row] = await ask('slot');
  expect(row).toMatchObject({ key: 'trending', exposures: shelf.items.length, ...counted });
  expect(row!.revenue).toEqual([
    { amount_minor: expect.closeTo(left, 0), currency: order.total_price.currency },
  ]);
  expect(await ask('product')).toContainEqual({ ...row, key: String(productId), exposures: 1 });
  expect((await ask('model'))[0]).toMatchObject({ key: null, ...counted });
});

test('a click on another colour of a card is a click on the card, and another product is none', async () => {
  const guest = createShopper(shop.app);
  const { shelf } = await see(guest);
  const item = shelf.items.find(({ product }) => (product.variants?.count ?? 0) > 1)!;
  const shown = item.product.product_id;
  const { combinations } = await shop.get<Product>(`/api/v1/products/${shown}`);
  const variant = combinations.find(({ product_id }) => product_id !== shown)!.product_id;
  const other = shelf.items.find((one) => one !== item)!.product.product_id;
  const card = { request_id: shelf.request_id, position: item.position };
  const clicksOf = async () => {
    const { body } = await admin.send<PerformanceReport>(
      'GET',
      '/admin/recommendations/performance?by=product',
    );
    return body.items.find(({ key }) => key === String(shown))!.clicks;
  };
  await send(guest, [{ kind: 'click', product_id: other, ...card }]);
  expect(await clicksOf()).toBe(0);
  await send(guest, [{ kind: 'click', product_id: variant, ...card }]);
  expect(await clicksOf()).toBe(1);
});

test.each([{ dnt: '1' }, { 'sec-gpc': '1' }])(
  'with %j nothing is stored about the shopper',
  async (headers) => {
    const guest = createShopper(shop.app);
    await send(guest, [{ kind: 'search', query: 'lamp' }]);
    await shop.db.execute(sql`truncate events`);
    const { at } = await see(guest, 'home', headers as Record<string, string>);
    const { product_id: _, ...card } = at(0);
    const answer = await send(
      guest,
      [
        { kind: 'click', ...at(0) },
        { kind: 'impression', ...card },
      ],
      headers as Record<string, string>,
    );
    expect(answer).toEqual({ status: 202, body: { accepted: 0, dropped: 2 } });
    const { rows } = await shop.db.execute(sql`
    select (select count(*)::int from events) as events,
      count(*) filter (where visitor_id is not null or user_id is not null or seen_at is not null)::int as known,
      count(*) > 0 as is_shown from exposed_cards`);
    expect(rows).toEqual([{ events: 0, known: 0, is_shown: true }]);
  },
);

test('an event that is sent twice is stored once, and makes the visits before it those of a person', async () => {
  const guest = createShopper(shop.app);
  await send(guest, [{ kind: 'search', query: 'lamp' }]);
  const { at } = await see(guest);
  await shop.db.execute(sql`truncate events`);
  const visitorId = guest.cookies.get('kindred_visitor')!;
  const page = { visitorId, userId: undefined, isNewVisitor: false, isFromPage: true };
  await recordEvents(shop.db, { ...page, events: [{ kind: 'search', query: 'lamp' }] });
  expect((await shop.db.execute(sql`select actor from events`)).rows).toEqual([{ actor: 'unproven' }]);
  const view: ShopEvent = { kind: 'view', product_id: at(0).product_id, event_id: randomUUID() };
  for (const batch of [[view, view], [view]])
    expect((await send(guest, batch)).body).toEqual({ accepted: batch.length, dropped: 0 });
  const { rows } = await shop.db.execute(sql`select kind, actor from events order by event_id`);
  expect(rows).toEqual([
    { kind: 'search', actor: 'person' },
    { kind: 'view', actor: 'person' },
  ]);
});

test('the events of a visitor who is too fast become those of a robot, and stay so', async () => {
  const robot = createShopper(shop.app);
  const events = Array.from({ length: 40 }, (): ShopEvent => ({ kind: 'search', query: 'lamp' }));
  await send(robot, events);
  await shop.db.execute(sql`select graphile_worker.add_job('mark-robots')`);
  await shop.services.jobs.runDue();
  await send(robot, [{ kind: 'search', query: 'vase' }]);
  const { rows } = await shop.db.execute(sql`select actor, count(*)::int from events group by 1`);
  expect(rows).toEqual([{ actor: 'robot', count: 41 }]);
});
