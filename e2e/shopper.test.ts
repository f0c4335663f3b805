/** @file A visitor without an account, in a real browser, on the demo catalogue. */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openDemoShop } from './open-demo-shop.ts';

const shop = openDemoShop();
const { visit } = shop;

interface Shelf {
  readonly heading: string;
  readonly text: string;
  readonly productIds: number[];
}

/** Returns the home page's first shelf: the visitor's own, or its fallback. */
async function firstShelf(page: Page): Promise<Shelf> {
  const shelf = page
    .locator('main section')
    .filter({ has: page.getByRole('heading', { name: /^(For you|Trending|Popular)$/ }) })
    .first();
  const links = await shelf
    .locator('article a')
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
  return {
    heading: (await shelf.getByRole('heading', { level: 2 }).textContent()) ?? '',
    text: (await shelf.textContent()) ?? '',
    productIds: links.map((href) => Number(/^\/p\/(\d+)/.exec(href)?.[1])),
  };
}

/** Returns the three best known products of a leaf category. */
async function threeOfOneKind(slug: string): Promise<number[]> {
  const answer = await fetch(
    `${shop.url}/api/v1/products?category=${slug}&sort=popularity&in_stock=true&limit=3`,
  );
  const { items } = (await answer.json()) as { items: { product_id: number }[] };
  return items.map(({ product_id }) => product_id);
}

async function leafOf(productId: number): Promise<string> {
  const answer = await fetch(`${shop.url}/api/v1/products/${productId}`);
  const { categories } = (await answer.json()) as { categories: { slug: string }[] };
  return categories.at(-1)!.slug;
}

async function aLeafCategory(index: number): Promise<string> {
  const answer = await fetch(`${shop.url}/api/v1/categories`);
  const { items } = (await answer.json()) as {
    items: { slug: string; parent_slug: string | null; product_count: number }[];
  };
  const leaves = items.filter(
    ({ slug, product_count }) => product_count >= 20 && !items.some((other) => other.parent_slug === slug),
  );
  return leaves[Math.floor((leaves.length * index) / 3)].slug;
}

for (const javaScriptEnabled of [true, false]) {
  test(`“For you” follows three clicks, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
    await visit(
      async (page) => {
        await page.goto('/');
        const before = await firstShelf(page);
        expect(before.heading).not.toBe('For you');
        const kind = await aLeafCategory(javaScriptEnabled ? 1 : 2);
        const opened = await threeOfOneKind(kind);
        for (const productId of opened) await page.goto(`/p/${productId}`);

        await page.goto('/');
        const after = await firstShelf(page);
        expect(after.heading).toBe('For you');
        expect(after.productIds).not.toEqual(before.productIds);
        expect(after.text).toContain('Because you viewed');
        expect(after.productIds.filter((id) => opened.includes(id))).toEqual([]);
        const ofKind = async (ids: number[]) =>
          (await Promise.all(ids.slice(0, 8).map(leafOf))).filter((leaf) => leaf === kind).length;
        expect(await ofKind(after.productIds)).toBeGreaterThan(await ofKind(before.productIds));
        expect(await ofKind(after.productIds)).toBeGreaterThanOrEqual(2);
      },
      { javaScriptEnabled },
    );
  });
}

test('two visitors do not see each other’s shelves', async () => {
  const kind = await aLeafCategory(0);
  await visit(async (page) => {
    for (const productId of await threeOfOneKind(kind)) await page.goto(`/p/${productId}`);
  });
  await visit(async (page) => {
    await page.goto('/');
    const shelf = await firstShelf(page);
    expect(shelf.heading).not.toBe('For you');
    expect(shelf.text).not.toContain('Because you viewed');
  });
});

test('after a log-out, neither the home page nor Back shows what the member looked at', async () => {
  const kind = await aLeafCategory(1);
  const account = { email: `${randomUUID()}@example.com`, password: 'violet harbour 92 lamps' };
  await fetch(`${shop.url}/api/v1/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  await visit(async (page, context) => {
    await page.goto('/');
    await page.evaluate(
      async (body) => {
        const headers = { 'content-type': 'application/json' };
        await fetch('/api/v1/auth/login', { method: 'POST', headers, body: JSON.stringify(body) });
      },
      { ...account, set_cookies: true },
    );
    for (const productId of await threeOfOneKind(kind)) await page.goto(`/p/${productId}`);
    await page.goto('/');
    expect((await firstShelf(page)).text).toContain('Because you viewed');

    await page.goto('/search?q=lamp');
    const status = await page.evaluate(async () => {
      const csrf = (await (await fetch('/api/v1/auth/csrf')).json()) as { csrf_token: string };
      const headers = { 'x-csrf-token': csrf.csrf_token };
      return (await fetch('/api/v1/auth/logout', { method: 'POST', headers })).status;
    });
    expect(status).toBe(204);
    const left = (await context.cookies()).map(({ name }) => name);
    expect(left.filter((name) => /access|refresh|visitor/.test(name))).toEqual([]);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/');
    expect((await firstShelf(page)).text).not.toContain('Because you viewed');
    expect((await firstShelf(page)).heading).not.toBe('For you');
  });
});

test('two products that a new browser adds to its cart at the same time are both in it', async () => {
  const [first, second] = await threeOfOneKind(await aLeafCategory(1));
  await visit(async (page) => {
    await page.goto('/');
    const inCart = await page.evaluate(
      async (productIds) => {
        const headers = { 'content-type': 'application/json' };
        const add = (product_id: number) =>
          fetch('/api/v1/cart/items', { method: 'POST', headers, body: JSON.stringify({ product_id }) });
        await Promise.all(productIds.map(add));
        const cart = (await (await fetch('/api/v1/cart')).json()) as {
          items: { product: { product_id: number } }[];
        };
        return cart.items.map(({ product }) => product.product_id);
      },
      [first, second],
    );
    expect(inCart.sort()).toEqual([first, second].sort());
  });
});

test('filters narrow a category, and the address names them', async () => {
  await visit(async (page) => {
    const slug = await aLeafCategory(1);
    await page.goto(`/c/${slug}?rating_min=4&sort=price-asc`);
    const prices = await page
      .locator('main article')
      .evaluateAll((nodes) => nodes.map((node) => /\$([\d,]+\.\d\d)/.exec(node.textContent ?? '')?.[1]));
    const amounts = prices
      .filter((price) => price !== undefined)
      .map((price) => Number(price.replaceAll(',', '')));
    expect(amounts.length).toBeGreaterThan(3);
    expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
  });
});

test('a wrong address answers 404 with a page that has links to go on', async () => {
  const answer = await fetch(`${shop.url}/p/999999999`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('<main');
});
