/** @file Shelves of a shop with a product in twelve colours. */
import { type ProductList, type Recommendations, usualSignals } from '@kindred/contracts';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { encodeIds } from '../../../platform/http/id-list.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember } from '../../../testing/account-fixture.ts';
import { groupProducts } from '../../../testing/group-products.ts';
import { createShopper, type Reply, type Shopper, tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, largeSize, type TestShop } from '../../../testing/test-shop.ts';
import { trainModel } from '../models/index.ts';

let shop: TestShop;
/** The twelve colours, and other products of their category. */
let colors: number[];
let others: number[];

async function train(): Promise<void> {
  const { db, dataDir } = shop;
  const outcome = await trainModel({
    signals: usualSignals,
    db,
    dataDir,
    kind: 'co-purchase',
    seed: 1,
    threads: 1,
    trainedBy: 'a test',
  });
  if (outcome.code !== 'trained') throw new Error(outcome.code);
  const { modelVersion } = outcome.model;
  await vi.waitUntil(() => shop.services.modelHost.active()?.version === modelVersion, { timeout: 10_000 });
}

beforeAll(async () => {
  shop = await createTestShop({ size: largeSize });
  await shop.db.execute(sql`update inventory set on_hand = 50, reserved = 0`);
  const { rows } = await shop.db.execute<{ ids: number[]; leaf: number }>(sql`
    select array_agg(product_id order by rating_count desc) as ids, min(category_id) as leaf
    from products join categories using (category_id)
    where is_listed and price_minor is not null and group_id is null group by parent_id
    order by count(*) desc limit 1`);
  const { leaf } = rows[0]!;
  const ids = rows[0]!.ids.slice(0, 18);
  expect(ids).toHaveLength(18);
  await shop.db.execute(sql`update products set category_id = ${leaf} where product_id = any(${ids}::int[])`);
  colors = ids.slice(0, 12);
  others = ids.slice(12);
  await train();
  await groupProducts(shop.db, colors);
  await shop.services.searchIndex.refresh();
});
afterAll(() => shop.close());

const idsOf = ({ items }: { items: Recommendations['items'] }) =>
  items.map(({ product }) => product.product_id);
const ofGroup = (ids: readonly number[]) => ids.filter((id) => colors.includes(id));

async function wholeShelf(shopper: Shopper, path: string): Promise<number[]> {
  const ids: number[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const asked: string = `${path}limit=60${cursor && `&cursor=${cursor}`}`;
    const { status, body }: Reply<Recommendations> = await shopper.send('GET', asked);
    expect(status).toBe(200);
    ids.push(...idsOf(body));
    cursor = body.next_cursor;
  }
  return ids;
}

async function visitorOf(...productIds: number[]): Promise<Shopper> {
  const shopper = createShopper(shop.app);
  for (const product_id of productIds) {
    const { status } = await shopper.send('POST', '/events', { events: [{ kind: 'view', product_id }] });
    expect(status).toBe(202);
  }
  return shopper;
}

// Until the next training, the model treats the twelve as separate items.
describe.each([
  ['a model from before there was the group', () => undefined],
  ['a model that knows the group', train],
])('with %s', (_, prepare) => {
  beforeAll(prepare);

  test('shows the group at most once on a shelf', async () => {
    const kin = await visitorOf(...others.slice(0, 3));
    const home = await wholeShelf(kin, '/recommendations?');
    expect(ofGroup(home)).toHaveLength(1);
    expect(ofGroup(await wholeShelf(kin, '/recommendations?context=cart&'))).toHaveLength(1);
    expect(ofGroup(await wholeShelf(kin, '/recommendations?context=trending&'))).toHaveLength(1);
    expect(ofGroup(await wholeShelf(kin, `/products/${others[0]}/similar?`))).toHaveLength(1);
    const { body } = await kin.send<ProductList>('GET', '/products?sort=for-you&limit=100');
    expect(body.personalised).toBe(true);
    expect(ofGroup(body.items.map(({ product_id }) => product_id))).toHaveLength(1);
  });

  test('recommends products that go with a viewed colour, but no other colour', async () => {
    const last = colors[5]!;
    const shopper = await visitorOf(colors[9]!, last);
    const { body } = await shopper.send<Recommendations>('GET', '/recommendations?limit=20');
    expect(body.items[0]).toMatchObject({
      source: 'model',
      reason: { code: 'because-you-viewed', product_id: last },
    });
    expect(idsOf(body).some((id) => others.includes(id))).toBe(true);
    expect(ofGroup(await wholeShelf(shopper, '/recommendations?'))).toEqual([]);
  });

  test('the similar products of a colour contain no other colour', async () => {
    const shopper = createShopper(shop.app);
    const path = `/products/${colors[4]}/similar?`;
    const { body } = await shopper.send<Recommendations>('GET', path);
    expect(body.items[0]).toMatchObject({ source: 'similar', reason: { product_id: colors[4] } });
    expect(ofGroup(await wholeShelf(shopper, path))).toEqual([]);
  });
});

test('a model has one item for a group, and proposes it while one of its products is listed', async () => {
  const model = shop.services.modelHost.active()!;
  expect(colors.filter((id) => model.knowsItem(id))).toEqual([Math.min(...colors)]);
});

test('does not recommend another colour to a buyer, and names the bought colour in reasons', async () => {
  const { userId } = await createMember(shop);
  const shopper = createShopper(shop.app, { token: await tokenOf({ userId }) });
  const bought = colors[7]!;
  const checkout = await shopper.fillCheckout([{ productId: bought, quantity: 1 }]);
  expect((await shopper.confirm(checkout)).status).toBe(201);
  const { body } = await shopper.send<Recommendations>('GET', '/recommendations?limit=30');
  expect(ofGroup(await wholeShelf(shopper, '/recommendations?'))).toEqual([]);
  const named = body.items.flatMap(({ reason }) =>
    reason.code === 'because-you-bought' ? reason.product_id : [],
  );
  expect(new Set(named)).toEqual(new Set([bought]));
});

test('shows an available colour instead of a sold-out one', async () => {
  const shopper = createShopper(shop.app);
  const shown = async () => ofGroup(await wholeShelf(shopper, '/recommendations?context=trending&'));
  const inOrder = colors.toSorted((a, b) => a - b);
  expect(await shown()).toEqual([inOrder[0]]);
  await shop.db.execute(
    sql`update inventory set on_hand = reserved where product_id = any(${inOrder.slice(0, 3)}::int[])`,
  );
  await shop.services.searchIndex.refresh();
  expect(await shown()).toEqual([inOrder[3]]);
  await shop.db.execute(
    sql`update inventory set on_hand = reserved where product_id = any(${colors}::int[])`,
  );
  await shop.services.searchIndex.refresh();
  expect(await shown()).toEqual([]);
  await shop.db.execute(sql`update inventory set on_hand = 50 where product_id = any(${colors}::int[])`);
  await shop.services.searchIndex.refresh();
});

test('later pages do not show another colour, whichever product the cursor names', async () => {
  const shopper = createShopper(shop.app);
  const { body } = await shopper.send<Recommendations>(
    'GET',
    `/recommendations?context=trending&limit=100&cursor=s.${encodeIds([colors[8]!])}`,
  );
  expect(body.items.length).toBeGreaterThan(20);
  expect(ofGroup(idsOf(body))).toEqual([]);
});

test('a colour that has left the shop keeps the others from the shelf of its order, from a page that showed it, and while it is blocked', async () => {
  const shopper = createShopper(shop.app);
  const [gone] = colors;
  const asked = (query: string) => wholeShelf(shopper, `/recommendations?${query}&`);
  await shop.db.execute(sql`update products set is_listed = false where product_id = ${gone}`);
  await shop.services.searchIndex.refresh();
  expect(ofGroup(await asked(`context=order-confirmation&product_ids=${others[0]}`))).toHaveLength(1);
  for (const query of [
    `context=order-confirmation&product_ids=${gone}`,
    `context=trending&exclude=${gone}`,
  ]) {
    const shown = await asked(query);
    expect(shown.length).toBeGreaterThan(20);
    expect(ofGroup(shown)).toEqual([]);
  }
  const merchant = createShopper(shop.app, { token: await tokenOf({ isAdmin: true }) });
  const rule = { kind: 'block', product_id: gone };
  const { body } = await merchant.send<{ rule_id: number }>('POST', '/admin/shelf-rules', rule);
  await vi.waitUntil(async () => (await shop.services.recommendations.readRules()).length === 1);
  expect(ofGroup(await asked('context=trending'))).toEqual([]);
  await merchant.send('DELETE', `/admin/shelf-rules/${body.rule_id}`);
  await shop.db.execute(sql`update products set is_listed = true where product_id = ${gone}`);
  await shop.services.searchIndex.refresh();
});
