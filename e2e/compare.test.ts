/** @file A shopper who compares products of one kind, in a real browser, on the demo catalogue. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { createApiVisitor } from './api-visitor.ts';
import { expectAccessible } from './axe.ts';
import { expectFocusUncovered } from './focus-order.ts';
import { press, tabTo } from './keyboard.ts';
import { openDemoShop } from './open-demo-shop.ts';

const shop = openDemoShop();
const { visit } = shop;

interface Listed {
  product_id: number;
  title: string;
  comparable_in: string | null;
}

let kind: string;
let products: Listed[];
let stranger: Listed;

beforeAll(async () => {
  const { items } = await createApiVisitor(shop.url).send<{ items: Listed[] }>(
    'GET',
    '/products?limit=100&in_stock=true',
  );
  const byKind = Map.groupBy(items, ({ comparable_in }) => comparable_in ?? '');
  [kind, products] = [...byKind].find(([slug, all]) => slug !== '' && all.length >= 4)!;
  stranger = items.find(({ comparable_in }) => comparable_in !== null && comparable_in !== kind)!;
});

const idsOf = (some: readonly Listed[]) => some.map(({ product_id }) => product_id).join(',');
const boxOf = (page: Page, { title }: Listed): Locator =>
  page.getByRole('checkbox', { name: `Compare: ${title}`, exact: true });
const trayOf = (page: Page): Locator => page.getByRole('region', { name: 'Compare', exact: true });
const columns = (page: Page): Locator => page.getByRole('columnheader');
const rows = (page: Page): Locator => page.getByRole('rowheader');
const removeOf = (page: Page, { title }: Listed): Locator =>
  page.getByRole('link', { name: `Remove from comparison: ${title}`, exact: true });

test('a shopper compares two products of a list with only the keyboard', async () => {
  const [first, second] = products;
  await visit(
    async (page) => {
      await page.goto(`/c/${kind}`, { waitUntil: 'networkidle' });
      for (const product of [first!, second!]) {
        await tabTo(boxOf(page, product));
        await page.keyboard.press('Space');
      }
      await trayOf(page).getByText('2 of 4').waitFor();
      await expectAccessible(page, { within: '[data-tray]' });

      await press(trayOf(page).getByRole('link', { name: 'Compare' }));
      await page.getByRole('heading', { level: 1, name: /^Compare / }).waitFor();
      expect(await columns(page).allTextContents()).toEqual([first!.title, second!.title]);
      expect(await trayOf(page).count()).toBe(0);
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex');
      const all = await rows(page).allTextContents();
      expect(all).toEqual(expect.arrayContaining(['Price', 'Rating', 'Availability', 'Brand']));
      await expectAccessible(page);
      await expectFocusUncovered(page);

      const differences = page.getByRole('switch', { name: 'Only differences' });
      await tabTo(differences);
      await page.keyboard.press('Space');
      await page.waitForURL(/only=differences/);
      await expect.poll(() => differences.getAttribute('aria-checked')).toBe('true');
      expect((await rows(page).count()) < all.length).toBe(true);

      await press(removeOf(page, first!));
      await page.waitForURL(({ searchParams }) => searchParams.get('ids') === `${second!.product_id}`);
      await columns(page).nth(1).waitFor({ state: 'detached' });
      expect(await removeOf(page, second!).evaluate((link) => link === document.activeElement)).toBe(true);

      await page.goto(`/c/${kind}`, { waitUntil: 'networkidle' });
      expect(await boxOf(page, second!).isChecked()).toBe(true);
      expect(await boxOf(page, first!).isChecked()).toBe(false);
    },
    { viewport: { width: 1440, height: 900 } },
  );
});

test('a product of another kind starts over, if the shopper says so', async () => {
  await visit(async (page) => {
    await page.goto(`/p/${products[0]!.product_id}`, { waitUntil: 'networkidle' });
    await boxOf(page, products[0]!).check();
    await page.goto(`/p/${stranger.product_id}`, { waitUntil: 'networkidle' });
    await boxOf(page, stranger).click();
    expect(await boxOf(page, stranger).isChecked()).toBe(false);
    await page.getByRole('status').getByRole('button', { name: 'Start over' }).click();
    expect(await boxOf(page, stranger).isChecked()).toBe(true);
    await trayOf(page).getByText('1 of 4').waitFor();
  });
});

test('on a phone two products are visible beside the names of the rows', async () => {
  await visit(
    async (page) => {
      await page.goto(`/compare?ids=${idsOf(products.slice(0, 4))}`, { waitUntil: 'networkidle' });
      const edge = async (place: number) => (await columns(page).nth(place).boundingBox())!;
      expect((await edge(1)).x + (await edge(1)).width).toBeLessThanOrEqual(360);
      await removeOf(page, products[3]!).scrollIntoViewIfNeeded();
      expect((await rows(page).first().boundingBox())!.x).toBe(16);
      await expectAccessible(page);

      await page.goto(`/c/${kind}`, { waitUntil: 'networkidle' });
      await trayOf(page).waitFor();
      await expectAccessible(page, { within: '[data-tray]' });
      await expectFocusUncovered(page);
    },
    { viewport: { width: 360, height: 780 } },
  );
});

test('without JavaScript a shopper compares, adds, removes and buys', async () => {
  const [first, second] = products;
  await visit(
    async (page) => {
      await page.goto(`/p/${first!.product_id}`);
      expect(await boxOf(page, first!).count()).toBe(0);
      await page.getByRole('link', { name: 'Compare with similar' }).click();
      await page
        .getByRole('link', { name: /^Add to comparison/ })
        .first()
        .click();
      await columns(page).nth(1).waitFor();
      await page.getByRole('switch', { name: 'Only differences' }).click();
      await page.waitForURL(/only=differences/);
      expect(await columns(page).count()).toBe(2);
      await removeOf(page, first!).click();
      await columns(page).nth(1).waitFor({ state: 'detached' });
      expect(await columns(page).count()).toBe(1);

      await page.goto(`/compare?ids=${idsOf([first!, stranger, second!])},2147483647`);
      expect(await columns(page).allTextContents()).toEqual([first!.title, second!.title]);
      await page.getByText('1 product is no longer in the shop.').waitFor();
      await page.getByText(`We left out ${stranger.title}.`).waitFor();
      await page.getByRole('button', { name: `Add to cart: ${second!.title}`, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'Cart' }).waitFor();

      await page.goto('/compare');
      await page.getByRole('heading', { level: 1, name: 'Choose two products of one kind' }).waitFor();
    },
    { javaScriptEnabled: false },
  );
});
