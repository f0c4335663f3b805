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

interface Listed {
  product_id: number;
  variants: { options: { code: string; kind: string }[] } | null;
}

test('a shopper chooses a colour by its picture, and one that cannot be bought says so', async () => {
  const api = createApiVisitor(shop.url);
  const { items } = await api.send<{ items: Listed[] }>('GET', '/products?sort=popularity&limit=100');
  /** A colour is sold out in the size of the page, or there is no size. */
  const findSoldOut = async () => {
    for (const { product_id: id, variants } of items) {
      if (!variants?.options.some(({ kind }) => kind === 'color')) continue;
      const product = await api.send<{
        combinations: { product_id: number; availability: string; values: Record<string, string> }[];
      }>('GET', `/products/${id}`);
      const own = product.combinations.find((one) => one.product_id === id)!;
      const soldOut = product.combinations.find(
        ({ availability, values }) => availability === 'out-of-stock' && values.size === own.values.size,
      );
      if (soldOut && soldOut !== own && soldOut.values.color !== own.values.color)
        return { id, own: own.values.color!, soldOut: soldOut.values.color! };
    }
    throw new Error('No product of the demo has a colour that is sold out.');
  };
  const { id, own, soldOut } = await findSoldOut();
  for (const javaScriptEnabled of [true, false])
    await visit(
      async (page) => {
        await page.goto(`/p/${id}`);
        const colors = main(page).getByRole('navigation', { name: /^Colou?r$/ });
        const links = colors.getByRole('link');
        expect(await colors.locator('img').count()).toBe(await links.count());
        const pictures = await colors
          .locator('img')
          .evaluateAll((all) => all.map((one) => one.getAttribute('src')));
        expect(new Set(pictures).size).toBe(pictures.length);
        expect(await colors.getByRole('link', { name: own, exact: true }).getAttribute('aria-current')).toBe(
          'true',
        );
        const missing = colors.getByRole('link', { name: `${soldOut} , Out of stock`, exact: true });
        expect(await missing.getByText('Out of stock').isVisible()).toBe(true);
        await missing.click();
        await page.waitForURL((url) => !url.pathname.startsWith(`/p/${id}/`));
        await colors.getByRole('link', { name: own, exact: true }).waitFor();
        await main(page).getByText('Out of stock').first().waitFor();
      },
      { javaScriptEnabled },
    );
});

test('what was viewed is on the page of a product and in an empty cart, and no product is there twice', async () => {
  const { items } = await createApiVisitor(shop.url).send<{ items: Listed[] }>(
    'GET',
    '/products?sort=featured&limit=3',
  );
  const [first, second, last] = items.map(({ product_id }) => product_id);
  await visit(
    async (page) => {
      const cards = async (place = main(page)) =>
        (
          await place
            .locator('article h3 a')
            .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
        ).flatMap((href) => /^\/p\/(\d+)/.exec(href)?.slice(1).map(Number) ?? []);
      const recent = main(page).getByRole('region', { name: 'Recently viewed' });
      for (const id of [first, second, last]) await page.goto(`/p/${id}`);
      expect(await cards(recent)).toEqual([second, first].filter((id) => id !== undefined));
      const onPage = [last, ...(await cards())];
      expect(new Set(onPage).size).toBe(onPage.length);

      await page.goto('/cart');
      const inCart = await cards();
      expect(new Set(inCart).size).toBe(inCart.length);
      for (const id of [first, second, last]) expect(inCart).toContain(id);
      await recent.getByRole('link', { name: 'See all and remove' }).click();
      await page.getByRole('heading', { level: 1, name: 'Recently viewed' }).waitFor();
    },
    { javaScriptEnabled: false },
  );
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

test('a shopper looks at the photos of reviews and finds the reviews that have some', async () => {
  const api = createApiVisitor(shop.url);
  const { items } = await api.send<{ items: { product_id: number }[] }>(
    'GET',
    '/products?sort=popularity&limit=5',
  );
  const counted = await Promise.all(
    items.map(async ({ product_id: id }) => ({
      id,
      ...(await api.send<{ with_photos: number; items: { photos: object[]; text: string }[] }>(
        'GET',
        `/products/${id}/reviews?with_photos=true&limit=12`,
      )),
    })),
  );
  const shown = counted.find(({ items }) => items.flatMap(({ photos }) => photos).length > 1)!;
  const photos = shown.items.flatMap((review) => review.photos.map(() => review));
  await visit(async (page) => {
    await page.goto(`/p/${shown.id}`);
    const reviews = page.getByRole('region', { name: 'Reviews' });
    const strip = reviews.getByRole('list', { name: 'Photos from reviews', exact: true });
    const thumbnails = strip.getByRole('link');
    expect(await thumbnails.count()).toBe(photos.length);
    await thumbnails.first().press('Enter');

    const dialog = page.getByRole('dialog', { name: 'Photos from reviews' });
    await dialog.getByText(`1 of ${photos.length}`).waitFor();
    await dialog.getByText(photos[0]!.text, { exact: true }).waitFor();
    await page.keyboard.press('ArrowRight');
    await dialog.getByText(`2 of ${photos.length}`).waitFor();
    await dialog.getByText(photos[1]!.text, { exact: true }).waitFor();
    const large = dialog.getByRole('img', { name: /^Photo / }).first();
    await expect
      .poll(() => large.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0))
      .toBe(true);
    // A finger swipes the row.
    await dialog.getByRole('list').evaluate((row) => row.scrollTo({ left: 0, behavior: 'instant' }));
    await dialog.getByText(`1 of ${photos.length}`).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(() => thumbnails.first().evaluate((link) => link === document.activeElement))
      .toBe(true);

    await reviews.getByRole('link', { name: `With photos ${shown.with_photos}` }).click();
    await reviews.getByRole('link', { name: 'Remove filter: With photos' }).waitFor();
    expect(new URL(page.url()).searchParams.get('reviews_photos')).toBe('1');
    expect(await reviews.getByRole('article').count()).toBe(Math.min(6, shown.with_photos));
    await reviews.getByRole('link', { name: 'Remove filter: With photos' }).click();
    await reviews.getByRole('link', { name: /^With photos/ }).waitFor();
  });
  await visit(
    async (page) => {
      await page.goto(`/p/${shown.id}`);
      const strip = page.getByRole('list', { name: 'Photos from reviews', exact: true });
      const href = await strip.getByRole('link').first().getAttribute('href');
      expect((await page.request.get(href!)).headers()['content-type']).toBe('image/jpeg');
    },
    { javaScriptEnabled: false },
  );
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
            const whenBack = () =>
              requestAnimationFrame(() => {
                window.scrollTo(0, 640);
                const links = [...document.querySelectorAll<HTMLElement>('main article h3 a')];
                const isInView = (one: HTMLElement) => {
                  const { top } = one.getBoundingClientRect();
                  return one.checkVisibility() && top > 200 && top < 500;
                };
                resolve(links.find(isInView)!.textContent!.trim());
              });
            window.navigation.addEventListener('navigate', whenBack, { once: true });
            window.history.back();
          }),
      );
      await cards.filter({ hasText: other }).first().click();
      await page.getByRole('heading', { level: 1, name: other }).waitFor();
      await page.locator('#reviews').waitFor();
      const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);

      await page.goBack();
      expect(await place(page)).toBe('/c/ 640');
      await page.locator('#reviews').waitFor({ state: 'detached' });
      expect(await place(page)).toBe('/c/ 640');
      expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual(['Kitchen & Dining']);

      await page.goForward();
      await page.getByRole('heading', { level: 1, name: other }).waitFor();
      await page.goBack();
      await page.goForward();
      await page.getByRole('heading', { level: 1, name: other }).waitFor();
      await page.locator('#reviews').waitFor();
      await expect.poll(() => page.locator('main h1:visible').count()).toBe(1);

      // Two lists, one behind the other.
      await page.goBack();
      await page.getByRole('link', { name: 'Deals', exact: true }).last().click();
      await page.waitForURL('**/deals');
      await page.getByRole('heading', { level: 1, name: 'Deals' }).waitFor();
      await cards.nth(1).click();
      await page.locator('#reviews').waitFor();
      const names = () => page.locator('main h1:visible').allTextContents();
      const mostPages = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let most = 0;
            const until = performance.now() + 3_000;
            const look = () => {
              const shown = [...document.querySelectorAll('main h1')].filter((one) => one.checkVisibility());
              most = Math.max(most, shown.length);
              if (performance.now() < until) requestAnimationFrame(look);
              else resolve(most);
            };
            look();
          }),
      );
      for (const name of ['Deals', 'Kitchen & Dining']) {
        await page.goBack();
        await expect.poll(names, { timeout: 10_000 }).toEqual([name]);
      }
      expect(await mostPages).toBe(1);
      expect(await names()).toEqual(['Kitchen & Dining']);
      await page.goForward();
      await page.goForward();
      await page.locator('#reviews').waitFor();

      // The lists have left with the document.
      await page.reload({ waitUntil: 'networkidle' });
      await page.goBack();
      await expect.poll(names, { timeout: 10_000 }).toEqual(['Deals']);
      await page.goBack();
      await expect.poll(names, { timeout: 10_000 }).toEqual(['Kitchen & Dining']);
    },
    { viewport: { width: 360, height: 780 } },
  );
});
