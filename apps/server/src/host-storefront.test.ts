import type { Cart, CategoryList, Product } from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostStorefront } from './host-storefront.ts';
import { sql } from './platform/postgres/sql.ts';
import { createMember } from './testing/account-fixture.ts';
import { findPlentiful } from './testing/belongings.ts';
import { pathOfProduct } from './testing/product-path.ts';
import { createShopper } from './testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from './testing/test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  await hostStorefront(shop.app, { mode: 'production', publicUrl: 'http://localhost:3000' });
});
afterAll(() => shop.close());

test('products that a new browser adds concurrently after its first page are in one cart', async () => {
  const page = await shop.app.inject('/');
  const cookies = Object.fromEntries(page.cookies.map(({ name, value }) => [name, value]));
  const products = await findPlentiful(shop);
  const added = await Promise.all(
    products.map((product_id) =>
      shop.app.inject({ method: 'POST', url: '/api/v1/cart/items', cookies, payload: { product_id } }),
    ),
  );
  for (const { statusCode, cookies: given } of added) expect([statusCode, given]).toEqual([200, []]);
  const cart = (await shop.app.inject({ url: '/api/v1/cart', cookies })).json<Cart>();
  expect(cart.items.map(({ product }) => product.product_id).sort()).toEqual([...products].sort());
});

const addressOf = async (productId: number) =>
  pathOfProduct(await shop.get<Product>(`/api/v1/products/${productId}`));

test('an address with an earlier title, or without one, leads to the product’s page', async () => {
  const [productId] = await findPlentiful(shop);
  const address = await addressOf(productId);
  for (const other of [`/p/${productId}`, `/p/${productId}/an-earlier-title`]) {
    const { statusCode, headers } = await shop.app.inject(`${other}?stars=5`);
    expect([statusCode, headers.location]).toEqual([301, `${address}?stars=5`]);
  }
  expect((await shop.app.inject(address)).statusCode).toBe(200);
});

test('the earlier address of a category leads to where it moved', async () => {
  const { items } = await shop.get<CategoryList>('/api/v1/categories');
  const endOf = (slug: string) => slug.split('/').at(-1)!;
  const { slug } = items.find(
    (one) => items.filter((other) => endOf(other.slug) === endOf(one.slug)).length === 1,
  )!;
  const { statusCode, headers } = await shop.app.inject(`/c/before/${endOf(slug)}?sort=rating`);
  expect([statusCode, headers.location]).toEqual([301, `/c/${slug}?sort=rating`]);
  expect((await shop.app.inject('/c/before/nothing')).statusCode).toBe(404);
});

test('the page of a product that the shop no longer sells is gone, and leads on', async () => {
  const [productId] = await findPlentiful(shop);
  const address = await addressOf(productId);
  const list = (isListed: boolean) =>
    shop.db.execute(sql`update products set is_listed = ${isListed} where product_id = ${productId}`);
  await list(false);
  const { statusCode, body } = await shop.app.inject(address);
  await list(true);
  expect(statusCode).toBe(410);
  expect(body.match(/<title>[^<]*/g)).toEqual(['<title>No longer sold · Kindred']);
  for (const part of ['We no longer sell this product', 'id="search-instead"', 'Shop by department'])
    expect(body).toContain(part);
});

test('a browser has one visitor id, whatever its first page requests from the API', async () => {
  const [productId] = await findPlentiful(shop);
  const page = await shop.app.inject(await addressOf(productId));
  expect(page.cookies.map(({ name }) => name)).toEqual(['kindred_visitor']);
});

test.each(['Basic c3RhZ2luZzpkb29y', 'Bearer of-a-proxy-in-front', 'Bearer'])(
  'a page that comes with “Authorization: %s” is answered by the page, for the person of the cookies',
  async (authorization) => {
    const { browser } = await createMember(shop);
    for (const cookies of [{}, Object.fromEntries(browser.cookies)]) {
      const page = await shop.app.inject({ url: '/', headers: { authorization }, cookies });
      expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(page.headers['cache-control']).toBe(
        'kindred_access' in cookies ? 'private, no-store' : 'private, no-cache',
      );
      expect(page.body).toContain('Browse all products');
    }
  },
);

test('only the shop’s staff get the bar with stock and scores', async () => {
  const [productId] = await findPlentiful(shop);
  const url = await addressOf(productId);
  const guest = createShopper(shop.app);
  const { browser: member } = await createMember(shop);
  const { browser: staff } = await createMember(shop, { role: 'admin' });
  const pageFor = async ({ cookies }: { cookies: Map<string, string> }) =>
    (await shop.app.inject({ url, cookies: Object.fromEntries(cookies) })).body;
  expect(await pageFor(staff)).toMatch(/aria-label="For staff".*>Stock \d/s);
  for (const other of [guest, member])
    expect(await pageFor(other)).not.toMatch(/For staff|on_hand|popularity_place/);
});

test('the home page has no product twice, and what the visitor viewed; with a filter it is the list alone', async () => {
  await shop.services.recommendations.trend();
  const visitor = createShopper(shop.app);
  const open = async (url: string) =>
    (await shop.app.inject({ url, cookies: Object.fromEntries(visitor.cookies) })).body;
  const productsOn = (page: string) =>
    [...page.matchAll(/<a [^>]*href="\/p\/(\d+)/g)].map(([, productId]) => Number(productId));
  const placeOf = (page: string, text: string) => page.indexOf(`>${text}<`);

  const products = await findPlentiful(shop);
  const ofStranger = await open('/');
  await visitor.send('POST', '/events', {
    events: products.map((product_id) => ({ kind: 'view', product_id })),
  });
  const ofKnown = await open('/');
  for (const page of [ofStranger, ofKnown]) {
    const shown = productsOn(page);
    expect(shown.length).toBeGreaterThan(20);
    expect(shown.filter((one, index) => shown.indexOf(one) !== index)).toEqual([]);
    expect(page.match(/<h1/g)).toHaveLength(1);
  }
  expect(placeOf(ofStranger, 'Recently viewed')).toBe(-1);
  expect(placeOf(ofKnown, 'Recently viewed')).toBeGreaterThan(0);

  const filtered = await open('/?in_stock=1');
  expect(filtered).toContain('Browse all products');
  for (const text of ['Recently viewed', 'Shop by department'])
    expect(placeOf(filtered, text), text).toBe(-1);
});

test('a visitor removes what they viewed without JavaScript', async () => {
  const visitor = createShopper(shop.app);
  const cookies = () => Object.fromEntries(visitor.cookies);
  const open = async () => (await shop.app.inject({ url: '/viewed', cookies: cookies() })).body;
  expect(await open()).toContain('Nothing yet');
  const [one, other] = await findPlentiful(shop);
  await visitor.send('POST', '/events', {
    events: [one, other].map((product_id) => ({ kind: 'view', product_id })),
  });
  const send = (fields: Record<string, string>) =>
    shop.app.inject({
      method: 'POST',
      url: '/viewed',
      cookies: cookies(),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'http://localhost:3000',
        accept: 'text/html',
      },
      payload: new URLSearchParams(fields).toString(),
    });
  const { statusCode, headers } = await send({ forget: String(one) });
  expect([statusCode, headers.location]).toEqual([303, '/viewed']);
  const page = await open();
  expect([page.includes(`value="${one}"`), page.includes(`value="${other}"`)]).toEqual([false, true]);
  await send({ clear: '1' });
  expect(await open()).toContain('Nothing yet');
});

test('a guest can buy while the recommender fails; its shelves are left out', async () => {
  const { listedProducts } = shop.services.recommendations;
  const working = { ...listedProducts };
  const away = () => Promise.reject(new Error('the recommender is away'));
  Object.assign(listedProducts, { read: away });
  const [productId] = await findPlentiful(shop);
  const browser = createShopper(shop.app);
  const open = async (url: string) => {
    const { statusCode, body } = await shop.app.inject({ url, cookies: Object.fromEntries(browser.cookies) });
    expect(statusCode, url).toBe(200);
    return body;
  };
  try {
    expect((await browser.send('GET', '/recommendations')).status).toBe(500);
    await open('/');
    await open(await addressOf(productId));
    expect(await open('/cart')).toContain('Your cart is empty');
    const checkout = await browser.fillCheckout([{ productId, quantity: 1 }]);
    expect(await open('/cart')).toContain('Check out');
    await open('/checkout?step=payment');
    const { status, body } = await browser.confirm(checkout);
    expect(status).toBe(201);
    expect(await open(`/orders/${body.order.order_id}?access=${body.access_token}`)).toContain(
      body.order.order_number,
    );
  } finally {
    Object.assign(listedProducts, working);
  }
});

test('from a search over its links into the cart, each step names the search, and the page has one address', async () => {
  await shop.services.searchIndex.refresh();
  const cookies = Object.fromEntries(
    (await shop.app.inject('/')).cookies.map(({ name, value }) => [name, value]),
  );
  const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  const open = async (url: string, userAgent = agent) =>
    (await shop.app.inject({ url, cookies, headers: { 'user-agent': userAgent } })).body;
  const [productId] = await findPlentiful(shop);
  const { title } = await shop.get<Product>(`/api/v1/products/${productId}`);
  const address = `/search?${new URLSearchParams({ q: title })}`;
  const link = new RegExp(`href="(/p/${productId}/[\\w-]+)(?:\\?search=([\\w-]{36}))?"`);

  const [href, path, searchId] = link.exec(await open(address))!;
  expect(searchId, href).toBeDefined();
  expect(
    link.exec(await open(address, 'Googlebot/2.1 (+http://www.google.com/bot.html)'))![2],
  ).toBeUndefined();

  const page = await open(`${path}?search=${searchId}`);
  expect(page).toContain(`<link rel="canonical" href="http://localhost:3000${path}"/>`);
  expect(page).toContain(`<input type="hidden" name="search" value="${searchId}"/>`);
  const added = await shop.app.inject({
    method: 'POST',
    url: '/cart',
    cookies,
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost:3000' },
    payload: new URLSearchParams({
      change: 'add',
      product_id: String(productId),
      search: searchId!,
    }).toString(),
  });
  expect(added.statusCode).toBeLessThan(400);

  await shop.services.searchLog.close();
  const { rows } = await shop.db.execute(sql`
    select (select text from searches where search_id = ${searchId!}) as text,
      (select array_agg(kind || ' ' || product_id) from events where search_id = ${searchId!}) as events,
      (select array_agg(product_id) from cart_lines where search_id = ${searchId!}) as lines`);
  expect(rows).toEqual([{ text: title, events: [`click ${productId}`], lines: [productId] }]);
});
