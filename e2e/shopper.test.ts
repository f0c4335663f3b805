/** @file A visitor on the demo catalogue, in a real browser: what they see, and how they steer what is recommended. */
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../apps/server/src/platform/postgres/database.ts';
import { acquireEmbeddedPostgres } from '../apps/server/src/platform/postgres/embedded-postgres.ts';
import { createApiMember, testPassword } from './api-visitor.ts';
import { status } from './keyboard.ts';
import { openDemoShop } from './open-demo-shop.ts';
import { type Traces, tracesIn, visitorIdOf } from './traces.ts';

const shop = openDemoShop();
const { visit } = shop;

interface Shelf {
  readonly heading: string;
  readonly text: string;
  readonly productIds: number[];
}

/** The page's first shelf: the visitor's own, or its fallback. */
const shelfOf = (page: Page): Locator =>
  page
    .locator('main section')
    .filter({ has: page.getByRole('heading', { name: /^(For you|Trending|Popular|Similar products)$/ }) })
    .first();

async function firstShelf(page: Page): Promise<Shelf> {
  const shelf = shelfOf(page);
  const links = await shelf
    .locator('article h3 a')
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
        const shelfAfter = async (opened: readonly number[]) => {
          for (const productId of opened) await page.goto(`/p/${productId}`);
          await page.goto('/');
          return firstShelf(page);
        };
        const opened = await threeOfOneKind(await aLeafCategory(javaScriptEnabled ? 1 : 2));
        const after = await shelfAfter(opened);
        expect(after.heading).toBe('For you');
        expect(after.text).toContain('Because you viewed');
        expect(after.productIds.filter((id) => opened.includes(id))).toEqual([]);
        const others = await threeOfOneKind(await aLeafCategory(0));
        const later = await shelfAfter(others);
        expect(later.productIds.filter((id) => others.includes(id))).toEqual([]);
        // At most half of a shelf stays when the shopper looks at three products of another kind.
        const isAfter = new Set(after.productIds);
        expect(later.productIds.filter((id) => isAfter.has(id)).length).toBeLessThanOrEqual(
          after.productIds.length / 2,
        );
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

const idsOnShelf = async (page: Page) => (await firstShelf(page)).productIds;

/** Opens the menu of a card on the page's first shelf. */
async function openMenu(page: Page, card: Locator): Promise<Locator> {
  await card.getByRole('link', { name: /^Why this/ }).click();
  return page.getByRole('dialog');
}

const choose = (menu: Locator, name: string) => menu.getByRole('button', { name, exact: true }).click();

/** Says “Not interested” about the first of these products on the page's first shelf. Returns its id. */
async function hideOneOf(page: Page, productIds: readonly number[]): Promise<number> {
  const shown = await idsOnShelf(page);
  const id = shown.find((one) => productIds.includes(one))!;
  const card = shelfOf(page).locator('article').nth(shown.indexOf(id));
  await choose(await openMenu(page, card), 'Not interested');
  await status(page, 'We will not recommend this product again.').waitFor();
  await expect.poll(() => idsOnShelf(page)).not.toContain(id);
  return id;
}

const neighboursOf = async (page: Page, productId: number) => {
  const answer = await page.request.get(`/api/v1/products/${productId}/similar?limit=12`);
  const { items } = (await answer.json()) as { items: { product: { product_id: number } }[] };
  return items.map(({ product }) => product.product_id);
};

/** Opens the private database of the shop until the test ends. */
async function openTraces(): Promise<Traces> {
  const postgres = await acquireEmbeddedPostgres({ dataDir: shop.dataDir });
  const database = openDatabase({ connectionString: postgres.connectionString, max: 1 });
  onTestFinished(async () => {
    await database.close();
    await postgres.release();
  });
  return tracesIn(database.pool);
}

/** Links of found products name the search for people only. The usual name of this browser is a robot's. */
const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';

test('a shopper asks why, switches a reason off, hides products, logs in, and opts out without a trace', async () => {
  const traces = await openTraces();
  const { email } = await createApiMember(shop.url);
  await visit(
    async (page, context) => {
      const kinds = await Promise.all([0, 2].map(aLeafCategory));
      const viewed = (await Promise.all(kinds.map(threeOfOneKind))).flatMap((ids) => ids.slice(0, 2));
      for (const productId of viewed) await page.goto(`/p/${productId}`);
      await page.goto('/search?q=ceramic+lamp', { waitUntil: 'networkidle' });
      await page.locator('main article a').first().click();
      await page.waitForURL('**/p/**');
      const searchId = new URL(page.url()).searchParams.get('search')!;
      const visitorId = await visitorIdOf(context);

      // Why is it here?
      await page.goto('/', { waitUntil: 'networkidle' });
      const before = await firstShelf(page);
      const withoutIt = shelfOf(page).getByRole('button', { name: /^Do not use this reason/ });
      const reason = (await withoutIt.first().getAttribute('aria-label'))!.replace(/^.*?: /, '');
      expect(reason).toContain('Because you viewed');
      const because = (await withoutIt.first().getAttribute('value'))!.replace('without ', 'because=');
      const card = shelfOf(page)
        .locator('article')
        .filter({ has: page.locator(`a[href$="${because}"]`) })
        .first();
      const menu = await openMenu(page, card);
      expect(await menu.textContent()).toContain(`Why this?${reason}`);
      await page.keyboard.press('Escape');
      await menu.waitFor({ state: 'hidden' });
      expect(await card.getByRole('link', { name: /^Why this/ }).evaluate(hasFocus)).toBe(true);

      // Without this reason.
      await withoutIt.first().click();
      await status(page, 'We no longer use this product as a reason.').waitFor();
      await expect.poll(async () => (await firstShelf(page)).text).not.toContain(reason);
      expect(await idsOnShelf(page)).not.toEqual(before.productIds);
      await page.reload({ waitUntil: 'networkidle' });
      const reranked = await firstShelf(page);
      expect(reranked.heading).toBe('For you');
      expect(reranked.text).not.toContain(reason);

      // Not interested: gone here, with the focus on another card, and back if the shopper takes it back.
      const similar = await Promise.all(viewed.map((id) => neighboursOf(page, id)));
      const at = similar.findIndex((ids) => ids.some((id) => reranked.productIds.includes(id)));
      const first = await hideOneOf(page, similar[at]);
      expect(await page.evaluate('document.activeElement.closest("article") !== null')).toBe(true);
      await status(page, 'We will not').getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => idsOnShelf(page)).toContain(first);
      expect(await hideOneOf(page, [first])).toBe(first);

      // Gone on the next page, where it was a neighbour.
      await page.goto(`/p/${viewed[at]}`, { waitUntil: 'networkidle' });
      const neighbours = await idsOnShelf(page);
      expect(neighbours).not.toContain(first);
      const second = await hideOneOf(page, neighbours);

      // Gone after the log-in.
      await page.goto('/login?return_to=/', { waitUntil: 'networkidle' });
      await page.getByRole('main').getByLabel('Email', { exact: true }).fill(email);
      await page.getByRole('main').getByLabel('Password', { exact: true }).fill(testPassword);
      await page.getByRole('main').getByRole('button', { name: 'Log in', exact: true }).click();
      await page.waitForURL(({ pathname }) => pathname === '/');
      const ofMember = await firstShelf(page);
      expect(ofMember.heading).toBe('For you');
      expect(ofMember.text).not.toContain(reason);
      expect(ofMember.productIds.filter((id) => id === first || id === second)).toEqual([]);
      expect(await neighboursOf(page, viewed[at])).not.toContain(first);

      // The page of what the shop knows, and the way out.
      await page.goto('/account/recommendations', { waitUntil: 'networkidle' });
      await page.getByRole('main').getByText('Not interested').first().waitFor();
      const known = await traces.of({ visitorId, email });
      for (const table of ['events', 'exposures', 'feedback', 'visitor_members'])
        expect(known[table], table).toBeGreaterThan(0);
      expect(await traces.hasSearch(searchId)).toBe(true);
      await expectOptOut(page);
      await expectNothingPersonal(page, viewed[0]);
      expect(await traces.of({ visitorId, email })).toEqual({});
      expect(await traces.hasSearch(searchId)).toBe(false);
    },
    { userAgent },
  );
});

test('a visitor without an account opts out without a trace', async () => {
  const traces = await openTraces();
  await visit(
    async (page, context) => {
      const viewed = await threeOfOneKind(await aLeafCategory(1));
      for (const productId of viewed) await page.goto(`/p/${productId}`);
      await page.goto('/');
      expect((await firstShelf(page)).heading).toBe('For you');
      const visitorId = await visitorIdOf(context);
      await expect.poll(async () => (await traces.of({ visitorId })).exposures).toBeGreaterThan(0);
      await page.goto('/recommendations');
      await expectOptOut(page);
      await expectNothingPersonal(page, viewed[0]);
      expect(await traces.of({ visitorId })).toEqual({});
    },
    { javaScriptEnabled: false },
  );
});

async function expectOptOut(page: Page): Promise<void> {
  const personal = page.getByRole('switch', { name: 'Recommend products for me' });
  expect(await personal.getAttribute('aria-checked')).toBe('true');
  await personal.click();
  await status(page, 'Personal recommendations are off.').waitFor();
  await expect.poll(() => personal.getAttribute('aria-checked')).toBe('false');
}

/** Visits a product and then the home page. */
async function expectNothingPersonal(page: Page, productId: number): Promise<void> {
  await page.goto(`/p/${productId}`);
  await page.goto('/');
  const shelf = await firstShelf(page);
  expect(shelf.heading).not.toBe('For you');
  expect(shelf.text).not.toContain('Because');
  // Without JavaScript, the menu is a page.
  await shelfOf(page)
    .locator('article')
    .first()
    .getByRole('link', { name: /^Why this/ })
    .click();
  await page.getByText('Your personal recommendations are off, so every shopper sees this.').waitFor();
}

const hasFocus = (element: Element) => element === element.ownerDocument.activeElement;
