import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Product, type ProductList, type Recommendations, usualSignals } from '@kindred/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostStorefront } from '../../../host-storefront.ts';
import { signApiToken } from '../../../platform/http/api-token.ts';
import { visitorCookie } from '../../../platform/http/visitor.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createMember } from '../../../testing/account-fixture.ts';
import { pathOfProduct } from '../../../testing/product-path.ts';
import { createTestShop, largeSize, secret, type TestShop } from '../../../testing/test-shop.ts';
import { listModels, promoteModel, shadowModel, trainModel } from '../models/index.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop({ size: largeSize });
  // Shelves do not wait for its first reading.
  await shop.services.recommendations.trend();
});
afterAll(() => shop.close());

const shelf = (query = '', headers = {}) =>
  shop.get<Recommendations>(`/api/v1/recommendations?${query}`, headers);
const idsOf = ({ items }: Recommendations) => items.map(({ product }) => product.product_id);
const sourcesOf = ({ items }: Recommendations) => [...new Set(items.map(({ source }) => source))];

async function allPages(url: string, headers = {}): Promise<Recommendations[]> {
  const pages: Recommendations[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Recommendations = await shop.get(`${url}${cursor && `&cursor=${cursor}`}`, headers);
    pages.push(page);
    cursor = page.next_cursor;
  }
  return pages;
}

async function until<Value>(look: () => Promise<Value | undefined> | Value | undefined): Promise<Value> {
  for (let tries = 0; tries < 200; tries++) {
    const value = await look();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The condition did not become true within 10 s.');
}

async function train({ kind = 'lightgcn' } = {}) {
  const outcome = await trainModel({
    signals: usualSignals,
    db: shop.db,
    dataDir: shop.dataDir,
    kind,
    seed: 1,
    threads: 2,
    trainedBy: 'a test',
  });
  if (outcome.code !== 'trained') throw new Error(outcome.code);
  return outcome.model;
}

/** A browser that has reported its views. */
async function visitorOf(productIds: number[]): Promise<Record<string, string>> {
  const response = await shop.app.inject({
    method: 'POST',
    url: '/api/v1/events',
    payload: { events: productIds.map((product_id) => ({ kind: 'view', product_id })) },
  });
  expect(response.statusCode).toBe(202);
  expect(response.json()).toEqual({ accepted: productIds.length, dropped: 0 });
  const cookie = response.cookies.find(({ name }) => name === visitorCookie)!;
  return { cookie: `${visitorCookie}=${cookie.value}` };
}

const token = async (caller: { userId?: string; isAdmin?: boolean }) => ({
  authorization: `Bearer ${await signApiToken({ secret, caller: { userId: caller.userId, isAdmin: caller.isAdmin ?? false }, lifetimeSeconds: 60 })}`,
});

describe('before there is a model', () => {
  test('a shelf is never empty, and names its source', async () => {
    const home = await shelf('limit=8');
    expect(home.items).toHaveLength(8);
    expect(home.model_version).toBeNull();
    expect(sourcesOf(home)).toEqual(['trending']);
    expect(Date.parse(home.trending_since!)).toBeLessThan(Date.now());
    expect(new Set(idsOf(home)).size).toBe(8);
    expect(home.items.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('a page comes from one rung, and lower rungs follow on later pages', async () => {
    const pages = await allPages('/api/v1/recommendations?context=trending&limit=40');
    const kinds = pages.map(sourcesOf);
    for (const sources of kinds) expect(sources).toHaveLength(1);
    expect([...new Set(kinds.flat())]).toEqual(['trending', 'popular']);
    const ids = pages.flatMap(idsOf);
    expect(ids.length).toBeGreaterThan(200);
    expect(new Set(ids).size).toBe(ids.length);
    for (const page of pages.slice(0, -1)) expect(page.items.length).toBeGreaterThan(0);
  });

  test('similar products come from the product’s category, and end with it', async () => {
    const { items } = await shop.get<ProductList>('/api/v1/products?sort=popularity&in_stock=true&limit=1');
    const favourite = items[0].product_id;
    const product = await shop.get<Product>(`/api/v1/products/${favourite}`);
    const { slug, name } = product.categories.at(-1)!;
    const kin = await shop.get<ProductList>(`/api/v1/products?category=${slug}&in_stock=true&limit=100`);
    const beside = await shop.get<Recommendations>(`/api/v1/products/${favourite}/similar?limit=100`);
    expect(sourcesOf(beside)).toEqual(['category']);
    expect(beside.items[0].reason).toEqual({
      code: 'same-category',
      text: `Also in ${name}`,
      product_id: null,
      can_be_switched_off: false,
    });
    expect(new Set(idsOf(beside))).toEqual(
      new Set(kin.items.map(({ product_id }) => product_id).filter((id) => id !== favourite)),
    );
    expect(beside.next_cursor).toBeNull();
  });

  test('readyz reports the degraded part', async () => {
    const ready = await shop.get<{ status: string; parts: { model: { state: string } } }>('/readyz');
    expect(ready).toMatchObject({ status: 'degraded', parts: { model: { state: 'degraded' } } });
  });
});

describe('with a trained model', () => {
  let version: string;
  beforeAll(async () => {
    const trained = await train();
    expect(trained.status).toBe('active');
    expect(trained.report.holdout.recall).toBeGreaterThan(trained.report.popularity.recall);
    version = trained.modelVersion;
    await until(() => shop.services.modelHost.active());
  });

  test('the server loads it without a restart', async () => {
    expect((await shelf()).model_version).toBe(version);
    const metrics = await shop.app.inject({ url: '/metrics' });
    expect(metrics.body).toContain(`kindred_active_model{model_version="${version}",kind="lightgcn"} 1`);
  });

  test('a user gets no product that they have reviewed, with reasons from their history', async () => {
    const { rows } = await shop.db.execute<{ user_id: string; reviewed: number[] }>(sql`
      select user_id, array_agg(product_id) as reviewed from reviews group by user_id
      having count(*) >= 8 order by user_id limit 20`);
    expect(rows).toHaveLength(20);
    for (const { user_id, reviewed } of rows) {
      const home = await shelf('limit=30', await token({ userId: user_id }));
      expect(idsOf(home).filter((id) => reviewed.includes(id))).toEqual([]);
      expect(home.items[0].source).toBe('model');
      for (const { reason } of home.items)
        if (reason.code === 'because-you-reviewed') expect(reviewed).toContain(reason.product_id);
    }
  });

  test('an anonymous visitor’s shelf follows three views immediately', async () => {
    const { items } = await shop.get<ProductList>('/api/v1/products?limit=100');
    const product = await shop.get<Product>(`/api/v1/products/${items[40].product_id}`);
    const leaf = product.categories.at(-1)!.slug;
    const kin = await shop.get<ProductList>(`/api/v1/products?category=${leaf}&limit=3`);
    const viewed = kin.items.map(({ product_id }) => product_id);
    const before = await shelf('limit=10');
    const after = await shelf('limit=10', await visitorOf(viewed));
    expect(after.items[0].source).toBe('model');
    const codes = after.items.map(({ reason }) => reason.code);
    // Of several views of one kind, no single one may be the cause.
    for (const code of codes) expect(['because-you-viewed', 'picked-for-you']).toContain(code);
    expect(idsOf(after)).not.toEqual(idsOf(before));
    expect(idsOf(after).filter((id) => viewed.includes(id))).toEqual([]);
  });

  test('after a log-out, shelves and pages do not use the member’s views', async () => {
    const { app } = await shop.addNode();
    await hostStorefront(app, { mode: 'production', publicUrl: 'http://localhost:3000' });
    const { browser, send } = await createMember(shop);
    expect(browser.cookies.has(visitorCookie)).toBe(false);
    const { items } = await shop.get<ProductList>('/api/v1/products?limit=100');
    const open = (url: string, cookies: ReadonlyMap<string, string>) =>
      app.inject({ url, cookies: Object.fromEntries(cookies) });
    for (const product of items.slice(40, 44)) {
      const page = await open(pathOfProduct(product), browser.cookies);
      for (const { name, value } of page.cookies) browser.cookies.set(name, value);
    }
    const kept = new Map(browser.cookies);
    expect((await open('/', kept)).body).toContain('Because you viewed');

    await send('POST', '/auth/logout');
    expect(browser.cookies.has(visitorCookie)).toBe(false);
    // A browser that obeys the answer’s cookies, and one that returns with its old cookies.
    for (const cookies of [browser.cookies, kept]) {
      const page = await open('/', cookies);
      expect(page.statusCode).toBe(200);
      expect(page.body).not.toContain('Because you viewed');
      const home = (await open('/api/v1/recommendations', cookies)).json<Recommendations>();
      for (const source of sourcesOf(home)) expect(['trending', 'popular']).toContain(source);
    }
    expect((await open('/', browser.cookies)).headers['cache-control']).toBe('private, no-cache');
  });

  test('similar products leave out the product itself', async () => {
    const [first] = idsOf(await shelf());
    const similar = await shop.get<Recommendations>(`/api/v1/products/${first}/similar?limit=8`);
    expect(similar.items.length).toBeGreaterThan(2);
    expect(sourcesOf(similar)).toEqual(['similar']);
    expect(idsOf(similar)).not.toContain(first);
  });

  test('a page continues where the previous one ended', async () => {
    const headers = await visitorOf(idsOf(await shelf('limit=2')));
    const whole = await shelf('limit=20', headers);
    const first = await shelf('limit=10', headers);
    const second = await shelf(`limit=10&cursor=${first.next_cursor}`, headers);
    await shop.app.inject({
      method: 'POST',
      url: '/api/v1/events',
      headers,
      payload: { events: [{ kind: 'view', product_id: idsOf(second)[3] }] },
    });
    const afterAClick = await shelf(`limit=20&cursor=${first.next_cursor}`, headers);
    expect(idsOf(afterAClick).filter((id) => idsOf(first).includes(id))).toEqual([]);
    expect(second.items.map(({ position }) => position)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    expect(new Set([...idsOf(first), ...idsOf(second)]).size).toBe(20);
    expect(idsOf(first)).toEqual(idsOf(whole).slice(0, 10));
  });

  test('does not recommend products that are out of stock', async () => {
    const [first] = idsOf(await shelf());
    await shop.db.execute(sql`update inventory set on_hand = 0, reserved = 0 where product_id = ${first}`);
    expect(idsOf(await shelf())).not.toContain(first);
  });

  test('stores all exposures, with request, model, slot and position', async () => {
    const home = await shelf('limit=5');
    await shop.services.exposures.close();
    const { rows } = await shop.db.execute(sql`
      select position, product_id, model_version, variant, slot, source from exposed_cards
      where request_id = ${home.request_id} order by position`);
    expect(rows).toEqual(
      home.items.map(({ position, product, source }) => ({
        position,
        product_id: product.product_id,
        model_version: version,
        variant: home.variant,
        slot: 'home',
        source,
      })),
    );
  });

  test('the same data and seed give the same recommendations', async () => {
    const headers = await token({ userId: await anyUser() });
    const before = await shelf('limit=10', headers);
    const again = await train();
    expect(again.modelVersion).not.toBe(version);
    await until(() => shop.services.modelHost.active()?.version === again.modelVersion || undefined);
    const after = await shelf('limit=10', headers);
    expect(after.items.map(({ product, score }) => [product.product_id, score])).toEqual(
      before.items.map(({ product, score }) => [product.product_id, score]),
    );
  });

  test('a page goes on with the first page’s request and model after another model became active', async () => {
    const headers = await visitorOf(idsOf(await shelf('limit=2')));
    const old = shop.services.modelHost.active()!.version;
    const first = await shelf('limit=10', headers);
    const next = await train({ kind: 'co-purchase' });
    await until(() => shop.services.modelHost.active()?.version === next.modelVersion || undefined);
    const second = await shelf(`limit=10&cursor=${first.next_cursor}`, headers);
    expect(second).toMatchObject({ request_id: first.request_id, model_version: old });
    expect(second.items.map(({ position }) => position)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    // A node that does not have the first page’s model.
    const elsewhere = first.next_cursor!.replace(old, 'lightgcn-of-another-node');
    const other = await shelf(`limit=10&cursor=${elsewhere}`, headers);
    expect(other).toMatchObject({ request_id: first.request_id, model_version: next.modelVersion });
    for (const page of [second, other]) expect(new Set([...idsOf(first), ...idsOf(page)]).size).toBe(20);
    expect((await shelf('limit=10', headers)).model_version).toBe(next.modelVersion);
    await promoteModel({ ...shop, modelVersion: old, promotedBy: 'a test' });
    await until(() => shop.services.modelHost.active()?.version === old || undefined);
    expect(await shelf(`limit=10&cursor=${first.next_cursor}`, headers)).toEqual(second);
  });

  test('keeps another model loaded beside the active one', async () => {
    const { db, dataDir } = shop;
    const { modelHost } = shop.services;
    const serving = modelHost.active()!.version;
    const other = (await listModels(db)).find(({ modelVersion }) => modelVersion !== serving)!.modelVersion;
    expect(await shadowModel({ db, dataDir, modelVersion: serving })).toBe('active');
    expect(await shadowModel({ db, dataDir, modelVersion: other })).toBe('held');
    const shadow = await until(() => modelHost.find(other));
    expect(modelHost.held().map(({ model, role }) => [model.version, role])).toEqual([
      [serving, 'active'],
      [other, 'shadow'],
    ]);
    expect(shadow.similarItems(idsOf(await shelf())[0], 3)).toHaveLength(3);
    expect((await shelf()).model_version).toBe(serving);
    await db.execute(sql`update models set status = 'retired' where model_version = ${other}`);
    await db.execute(sql`select pg_notify('kindred_models', ${other})`);
    await until(() => modelHost.find(other) === undefined || undefined);
  });

  test('a broken artefact never replaces a working model', async () => {
    const serving = shop.services.modelHost.active()!.version;
    const broken = (await listModels(shop.db)).find(({ modelVersion }) => modelVersion !== serving)!;
    const file = join(shop.dataDir, 'models', broken.modelVersion, 'model.safetensors');
    const bytes = await readFile(file);
    bytes[bytes.length - 3] ^= 0xff;
    await writeFile(file, bytes);

    const promote = promoteModel({
      db: shop.db,
      dataDir: shop.dataDir,
      modelVersion: broken.modelVersion,
      promotedBy: 'a test',
    });
    await expect(promote).rejects.toThrow('its SHA-256 differs');
    expect((await shelf()).model_version).toBe(serving);

    // Another node, or a person with SQL, activates it anyway.
    await shop.db.execute(sql`update models set status = 'retired' where status = 'active'`);
    await shop.db.execute(sql`
      update models set status = 'active', promoted_at = now() where model_version = ${broken.modelVersion}`);
    await shop.db.execute(sql`select pg_notify('kindred_models', ${broken.modelVersion})`);
    await until(() => shop.services.modelHost.failure());
    expect((await shelf()).model_version).toBe(serving);
    const ready = await shop.get<{ parts: { model: { detail: string } } }>('/readyz');
    expect(ready.parts.model.detail).toContain(broken.modelVersion);
    expect(ready.parts.model.detail).not.toContain(shop.dataDir);
  });
});

async function anyUser(): Promise<string> {
  const { rows } = await shop.db.execute<{ user_id: string }>(sql`
    select user_id from reviews group by user_id order by count(*) desc, user_id limit 1`);
  return rows[0].user_id;
}

describe('permissions', () => {
  test.each([
    ['another’s shelf without a token', '?user_id=X', {}, 403],
    ['a forged token', '', { authorization: 'Bearer abc.def.ghi' }, 401],
    ['a product shelf without a product', '?context=product', {}, 400],
    ['an unknown context', '?context=everything', {}, 400],
    ['a cursor of another list', '?cursor=WzEsMl0', {}, 400],
  ])('refuses %s', async (_, query, headers, status) => {
    const response = await shop.app.inject({ url: `/api/v1/recommendations${query}`, headers });
    expect(response.statusCode).toBe(status);
  });

  test('an administrator may read any user’s shelf', async () => {
    const userId = await anyUser();
    const own = await shelf('limit=5', await token({ userId }));
    const seen = await shelf(`limit=5&user_id=${userId}`, await token({ isAdmin: true }));
    expect(idsOf(seen)).toEqual(idsOf(own));
  });
});
