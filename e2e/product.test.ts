/** @file A product's page in a real browser: what is in the first screen, and the ways through its reviews. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createApiVisitor } from './api-visitor.ts';
import { openDemoShop } from './open-demo-shop.ts';

const shop = openDemoShop();
const { visit } = shop;
const windows = [
  { width: 360, height: 780 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

const main = (page: Page) => page.getByRole('main');
const button = (page: Page) => page.getByRole('button', { name: 'Add to cart', exact: true });

async function mostReviewed(): Promise<number> {
  const { items } = await createApiVisitor(shop.url).send<{ items: { product_id: number }[] }>(
    'GET',
    '/products?sort=popularity&in_stock=true&limit=1',
  );
  return items[0]!.product_id;
}

test('price, delivery and the one button to buy are in the first screen, and the button covers nothing', async () => {
  const id = await mostReviewed();
  await visit(async (page) => {
    for (const size of windows) {
      await page.setViewportSize(size);
      await page.goto(`/p/${id}`);
      const price = main(page)
        .getByText(/^\$[\d,.]+$/)
        .first();
      for (const part of [price, button(page)]) {
        const box = (await part.boundingBox())!;
        expect(box.y, `${size.width} px`).toBeGreaterThanOrEqual(0);
        expect(box.y + box.height, `${size.width} px`).toBeLessThanOrEqual(size.height);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    }
    expect(
      await main(page)
        .getByText(/^Get it \w{3} \d+/)
        .count(),
    ).toBe(1);

    // At its end, a phone's page shows all of the footer above the button.
    await page.setViewportSize(windows[0]!);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const footer = (await page.getByRole('contentinfo').boundingBox())!;
    const bar = (await button(page).boundingBox())!;
    expect(footer.y + footer.height).toBeLessThanOrEqual(bar.y);
  });
});

test('a shopper searches the reviews, and the focus moves to what “Load more” adds', async () => {
  const id = await mostReviewed();
  await visit(async (page) => {
    await page.goto(`/p/${id}`);
    const reviews = page.getByRole('region', { name: 'Reviews' });
    await reviews.getByRole('article').nth(5).waitFor();
    await reviews.getByRole('link', { name: 'Load more' }).press('Enter');
    await reviews.getByRole('article').nth(6).waitFor();
    const focused = reviews.getByRole('article').nth(6);
    await expect.poll(() => focused.evaluate((element) => element === document.activeElement)).toBe(true);

    const word = (await focused.locator('p').first().textContent())!.match(/\p{L}{5,}/u)![0];
    await reviews.getByRole('searchbox', { name: 'Search these reviews' }).fill(word);
    await page.keyboard.press('Enter');
    await reviews.getByRole('link', { name: `Remove filter: “${word}”` }).waitFor();
    expect((await reviews.locator('mark').first().textContent())!.toLowerCase()).toBe(word.toLowerCase());

    await reviews.getByRole('searchbox').fill('xylophonist');
    await page.keyboard.press('Enter');
    await reviews.getByText('No review has these words').waitFor();
    await reviews.getByRole('link', { name: 'Show all reviews' }).click();
    await reviews.getByRole('article').nth(5).waitFor();
  });
});

test('a click shows the product while the shop still loads it, and Back shows the list where it was', async () => {
  await visit(
    async (page) => {
      await page.goto('/search?q=mug', { waitUntil: 'networkidle' });
      const answered = Promise.withResolvers<void>();
      await page.route(/\.data(\?|$)/, async (route) => {
        await answered.promise;
        await route.continue();
      });
      const card = main(page).locator('article h3 a').nth(6);
      const title = await card.textContent();
      await card.evaluate((link) => link.scrollIntoView({ block: 'center' }));
      const scrollY = await page.evaluate(() => window.scrollY);
      await card.click();
      await page.getByRole('heading', { level: 1, name: title! }).waitFor();
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
      expect(await page.locator('#reviews').count()).toBe(0);
      answered.resolve();
      await page.locator('#reviews').waitFor();

      // No request for the list is answered.
      await page.unroute(/\.data(\?|$)/);
      await page.route(/\/search\.data/, (route) => route.abort());
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: /mug/ }).waitFor();
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(scrollY);
      await page.locator('#reviews').waitFor({ state: 'detached' });
      expect(await page.evaluate(() => window.scrollY)).toBe(scrollY);
    },
    { viewport: { width: 360, height: 780 } },
  );
});

test('a shopper who goes to and fro quickly finds each page where they left it', async () => {
  const scrollTo = (page: Page, y: number) => page.evaluate((top) => window.scrollTo(0, top), y);
  const place = (page: Page) =>
    page.evaluate(() => `${window.location.pathname.slice(0, 3)} ${window.scrollY}`);
  await visit(
    async (page) => {
      await page.goto('/c/kitchen-dining', { waitUntil: 'networkidle' });
      const cards = main(page).locator('article:visible h3 a');
      await cards.nth(2).click();
      await page.locator('#reviews').waitFor();
      await scrollTo(page, 250);

      // A link in the list is followed before the router has rendered the list again.
      const other = await page.evaluate(
        () =>
          new Promise<string>((resolve) => {
            window.addEventListener('popstate', () =>
              requestAnimationFrame(() => {
                const link = [...document.querySelectorAll<HTMLElement>('main article h3 a')].filter((one) =>
                  one.checkVisibility(),
                )[4]!;
                window.scrollTo(0, 640);
                resolve(link.textContent!.trim());
              }),
            );
            window.history.back();
          }),
      );
      await cards.nth(4).click();
      await page.getByRole('heading', { level: 1, name: other }).waitFor();
      await page.locator('#reviews').waitFor();
      const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);

      await page.goBack();
      await expect.poll(() => place(page)).toMatch(/^\/c\/ 6\d\d$/);
      await page.locator('#reviews').waitFor({ state: 'detached' });
      expect(await place(page)).toMatch(/^\/c\/ 6\d\d$/);
      expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual(['Kitchen & Dining']);

      await page.goForward();
      await page.getByRole('heading', { level: 1, name: other }).waitFor();
      await page.goBack();
      await page.goForward();
      await page.getByRole('heading', { level: 1, name: other }).waitFor();
      await page.locator('#reviews').waitFor();
      await expect.poll(() => page.locator('main h1:visible').count()).toBe(1);

      // The list has left with the document.
      await page.reload();
      await page.goBack();
      await expect.poll(() => place(page)).toMatch(/^\/c\/ 6\d\d$/);
    },
    { viewport: { width: 360, height: 780 } },
  );
});
