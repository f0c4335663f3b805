/** @file From a product's page into the cart, and changes of the cart. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { savePromotion } from '../apps/server/src/modules/selling/pricing/index.ts';
import { openDatabase } from '../apps/server/src/platform/postgres/database.ts';
import {
  acquireEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../apps/server/src/platform/postgres/embedded-postgres.ts';
import {
  canRunRedis,
  createTestRedis,
  type TestRedis,
} from '../apps/server/src/testing/servers/redis-server.ts';
import { placeOrder, productsForSale } from './api-orders.ts';
import { type ApiVisitor, createApiMember, createApiVisitor, testPassword } from './api-visitor.ts';
import { expectAccessible } from './axe.ts';
import { openBrowser } from './browser.ts';
import { copyDemoShop } from './demo-shop.ts';
import { expectFocusUncovered } from './focus-order.ts';
import { type DataDir, type ShopProcess, startShop } from './shop-process.ts';
import { visit as visitAs } from './visit.ts';

interface Product {
  product_id: number;
  title: string;
  price: { amount_minor: number };
}

let dataDir: DataDir;
let redis: TestRedis | undefined;
let shop: ShopProcess;
let postgres: EmbeddedPostgres;
let database: ReturnType<typeof openDatabase>;
let browser: Browser;
/** Each test uses different products. */
let products: Product[];

beforeAll(async () => {
  dataDir = await copyDemoShop();
  redis = canRunRedis ? await createTestRedis() : undefined;
  shop = await startShop({
    KINDRED_DATA_DIR: dataDir.path,
    ...(redis && { REDIS_URL: redis.url }),
  });
  postgres = await acquireEmbeddedPostgres({ dataDir: dataDir.path });
  database = openDatabase({ connectionString: postgres.connectionString, max: 2 });
  browser = await openBrowser();
  products = await productsForSale(createApiVisitor(shop.url), { count: 40 });
});

afterAll(async () => {
  await browser?.close();
  await database?.close();
  await postgres?.release();
  await shop?.stop();
  await redis?.kill();
  dataDir?.remove();
});

const visit = (
  work: (page: Page, context: BrowserContext) => Promise<void>,
  options: BrowserContextOptions = {},
) => visitAs(browser, { baseURL: shop.url, viewport: { width: 1440, height: 900 }, ...options }, work);

const setStock = (productId: number, stock: number) =>
  database.pool.query(
    `update inventory set on_hand = ${stock}, reserved = 0 where product_id = ${productId}`,
  );
const setPrice = (productId: number, priceMinor: number) =>
  database.pool.query(`update products set price_minor = ${priceMinor} where product_id = ${productId}`);

/** Opens a page for a shopper who already has these products in the cart. */
async function withCart(
  page: Page,
  lines: readonly { product: Product; quantity?: number }[],
): Promise<ApiVisitor> {
  const visitor = createApiVisitor(shop.url);
  for (const { product, quantity = 1 } of lines)
    await visitor.send('POST', '/cart/items', { product_id: product.product_id, quantity });
  await visitor.lendTo(page.context());
  await page.goto('/cart');
  return visitor;
}

/** Delays all later requests of the page. */
const slowDown = (page: Page) =>
  page.route('**/*', async (route) => {
    await delay(2_000);
    // The page may be closed by now.
    await route.continue().catch(() => undefined);
  });

const badge = (page: Page) => page.locator('header a[href="/cart"]');
const row = (page: Page, { title }: Product) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: title, exact: true }) });
const quantityOf = (page: Page, product: Product) => row(page, product).getByRole('textbox');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

const framesOfTenthSecond = 6;

/** Counts the frames, of a sixtieth of a second each, until the count in the bar has this name. */
async function badgeAnswers(page: Page, name: string, click: () => Promise<void>): Promise<number> {
  const answered = page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const link = document.querySelector('header a[href="/cart"]')!;
        let frames = 0;
        const count = () => {
          frames++;
          requestAnimationFrame(count);
        };
        document.addEventListener('click', () => requestAnimationFrame(count), {
          capture: true,
          once: true,
        });
        new MutationObserver((_, observer) => {
          if (link.getAttribute('aria-label') !== wanted) return;
          observer.disconnect();
          resolve(frames);
        }).observe(link, { attributes: true });
      }),
    name,
  );
  await click();
  return answered;
}

describe('adding', () => {
  test('answers immediately: the first time with a drawer, later with a toast', async () => {
    const [first, second] = products.slice(0, 2);
    await visit(async (page) => {
      await page.goto(`/p/${first.product_id}`);
      await page.waitForLoadState('networkidle');
      const add = page.getByRole('button', { name: 'Add to cart' });
      await slowDown(page);
      expect(await badgeAnswers(page, 'Cart, 1 item', () => add.click())).toBeLessThanOrEqual(
        framesOfTenthSecond,
      );
      const drawer = page.getByRole('dialog', { name: 'Added to cart' });
      await drawer.waitFor();
      await drawer.getByText('1 in cart', { exact: false }).first().waitFor();
      expect(await drawer.getByRole('status').textContent()).toBe(`${first.title} added, 1 in cart`);
      await drawer.getByRole('link', { name: 'View cart' }).waitFor();
      await drawer.getByRole('heading', { level: 3 }).waitFor();
      expect(await drawer.getByRole('listitem').count()).toBeLessThanOrEqual(3);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await expectAccessible(page, { within: 'dialog' });
      expect(await expectFocusUncovered(page)).toEqual(
        expect.arrayContaining(['button Check out', 'a View cart']),
      );
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'hidden' });
      expect(await focused(page)).toBe('Add to cart');

      await page.goto(`/p/${second.product_id}`);
      await page.getByRole('button', { name: 'Increase quantity' }).click();
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await page.getByText(`${second.title} added, 3 in cart`).waitFor();
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.getByRole('link', { name: 'View cart' }).click();
      await page.getByRole('heading', { level: 1, name: 'Cart' }).waitFor();
      expect(await quantityOf(page, second).inputValue()).toBe('2');
    });
  });

  test('a sold-out product is not added, a scarce one is added up to its stock, and the page says so', async () => {
    const [gone, scarce] = products.slice(2, 4);
    await visit(async (page) => {
      await page.goto(`/p/${gone.product_id}`);
      await setStock(gone.product_id, 0);
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await page
        .getByRole('dialog', { name: 'Not added' })
        .getByText(`${gone.title} is out of stock.`)
        .waitFor();
      expect(await badge(page).getAttribute('aria-label')).toBe('Cart, 0 items');
      await page.keyboard.press('Escape');
      await page.getByRole('alert').getByText('out of stock').waitFor();

      await page.goto(`/p/${scarce.product_id}`);
      await page.getByRole('textbox', { name: `Quantity of ${scarce.title}` }).fill('5');
      await setStock(scarce.product_id, 3);
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await page.getByRole('alert').getByText('Only 3 left').waitFor();
      expect(await badge(page).getAttribute('aria-label')).toBe('Cart, 3 items');
    });
  });

  test('an unreachable shop shows an error, and the count goes back', async () => {
    const [product] = products.slice(4);
    const context = await browser.newContext({ baseURL: shop.url });
    const page = await context.newPage();
    await page.goto(`/p/${product.product_id}`);
    await page.waitForLoadState('networkidle');
    await page.route('**/*', (route) => route.abort());
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.getByRole('dialog').getByText('We could not reach the shop').waitFor();
    expect(await badge(page).getAttribute('aria-label')).toBe('Cart, 0 items');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(product.title);
    await context.close();
  });
});

describe('quantities', () => {
  test('a burst of clicks is one request; totals are grey until it is answered, and never jump back', async () => {
    const [product, other] = products.slice(5, 7);
    await visit(async (page) => {
      await withCart(page, [{ product }, { product: other }]);
      await page.waitForLoadState('networkidle');
      const sent: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') sent.push(request.postData() ?? '');
      });
      const totals = page.getByRole('region', { name: 'Summary' }).locator('[aria-busy]');
      const more = row(page, product).getByRole('button', { name: 'Increase quantity' });
      const shown: string[] = [];
      await page.exposeFunction('tellQuantity', (quantity: string) => shown.push(quantity));
      await quantityOf(page, product).evaluate((input: HTMLInputElement) => {
        new MutationObserver(() => {
          void (window as unknown as { tellQuantity(text: string): void }).tellQuantity(input.value);
        }).observe(input, { attributes: true });
      });
      await slowDown(page);
      expect(await badgeAnswers(page, 'Cart, 3 items', () => more.click())).toBeLessThanOrEqual(
        framesOfTenthSecond,
      );
      for (let click = 0; click < 4; click++) await more.click();
      expect(await quantityOf(page, product).inputValue()).toBe('6');
      expect(await badge(page).getAttribute('aria-label')).toBe('Cart, 7 items');
      expect(await totals.getAttribute('aria-busy')).toBe('true');
      await expect.poll(() => totals.getAttribute('aria-busy'), { timeout: 20_000 }).toBe('false');
      expect(sent).toHaveLength(1);
      expect(sent[0]).toContain('quantity=6');
      expect(shown).toEqual(shown.toSorted());
      expect(await quantityOf(page, product).inputValue()).toBe('6');
      const { breakdown } = await page
        .context()
        .request.get('/api/v1/cart')
        .then((answer) => answer.json() as Promise<{ breakdown: { subtotal: { amount_minor: number } } }>);
      const dollars = (breakdown.subtotal.amount_minor / 100).toLocaleString('en-US', {
        style: 'currency',
        currency: 'USD',
      });
      await totals.getByText(dollars).waitFor();
    });
  });

  test('clicks during a request wait, and the last quantity counts', async () => {
    const [product] = products.slice(7);
    await visit(async (page) => {
      const visitor = await withCart(page, [{ product }]);
      await page.waitForLoadState('networkidle');
      await slowDown(page);
      const posted = page.waitForRequest((request) => request.method() === 'POST');
      await row(page, product).getByRole('button', { name: 'Increase quantity' }).click();
      await posted;
      await quantityOf(page, product).fill('4');
      await quantityOf(page, product).press('Enter');
      const totals = page.getByRole('region', { name: 'Summary' }).locator('[aria-busy]');
      await expect.poll(() => totals.getAttribute('aria-busy'), { timeout: 20_000 }).toBe('false');
      expect(await quantityOf(page, product).inputValue()).toBe('4');
      const cart = await visitor.send<{ item_count: number }>('GET', '/cart');
      expect(cart.item_count).toBe(4);
    });
  });

  test('end at the stock, with a message; a shopper who leaves right after a click gets what they clicked', async () => {
    const [product] = products.slice(8);
    await setStock(product.product_id, 3);
    await visit(async (page) => {
      const visitor = await withCart(page, [{ product }]);
      await row(page, product).getByText('Only 3 left').waitFor();
      const more = row(page, product).getByRole('button', { name: 'Increase quantity' });
      await more.click();
      await more.click();
      expect(await more.getAttribute('aria-disabled')).toBe('true');
      expect(await quantityOf(page, product).inputValue()).toBe('3');
      await page.getByRole('link', { name: 'Kindred, home' }).first().click();
      await page.waitForURL((url) => url.pathname === '/');
      await expect
        .poll(async () => (await visitor.send<{ item_count: number }>('GET', '/cart')).item_count)
        .toBe(3);
    });
  });
});

describe('removing', () => {
  for (const width of [360, 1440])
    test(`can be undone by keyboard alone at ${width} px`, async () => {
      const [one, two, three] = products.slice(9, 12);
      await visit(
        async (page) => {
          const visitor = await withCart(page, [
            { product: one },
            { product: two, quantity: 2 },
            { product: three },
          ]);
          await page.waitForLoadState('networkidle');
          if (width === 360) {
            await expectAccessible(page);
            await expectFocusUncovered(page);
          }
          await row(page, two).getByRole('button', { name: 'Remove' }).focus();
          await page.keyboard.press('Enter');
          await page.getByText('Removed.').waitFor();
          await expect.poll(() => focused(page)).toBe('Undo');
          await expect.poll(() => badge(page).getAttribute('aria-label')).toBe('Cart, 2 items');
          await page.keyboard.press('Enter');
          await expect.poll(() => focused(page)).toBe(two.title);
          expect(await badge(page).getAttribute('aria-label')).toBe('Cart, 4 items');
          const titles = () => page.getByRole('row').getByRole('link').allTextContents();
          expect(await titles()).toEqual([one.title, two.title, three.title]);
          const itemCount = async () =>
            (await visitor.send<{ item_count: number }>('GET', '/cart')).item_count;
          await expect.poll(itemCount).toBe(4);
          await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
          expect(await titles()).toEqual([one.title, two.title, three.title]);
        },
        { viewport: { width, height: 800 } },
      );
    });

  test('the only product can be undone too; once its time is up, the product can be added again', async () => {
    const [only] = products.slice(29);
    await visit(async (page) => {
      // Only by links, because loading a document would drop the page's state.
      await page.goto(`/p/${only.product_id}`);
      await page.waitForLoadState('networkidle');
      const summary = page.getByRole('region', { name: 'Summary' });
      const remove = async () => {
        await row(page, only).getByRole('button', { name: 'Remove' }).press('Enter');
        await summary.waitFor({ state: 'detached' });
        expect(await badge(page).getAttribute('aria-label')).toBe('Cart, 0 items');
        expect(await focused(page)).toBe('Undo');
      };
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await page.getByRole('dialog').getByText('1 in cart').first().waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => focused(page)).toBe('Add to cart');
      await badge(page).click();
      await remove();
      await page.keyboard.press('Enter');
      await expect.poll(() => focused(page)).toBe(only.title);
      await summary.waitFor();
      await remove();

      await page.goBack();
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await page.getByText(`${only.title} added, 1 in cart`).waitFor();
      await badge(page).click();
      expect(await quantityOf(page, only).inputValue()).toBe('1');
      expect(await badge(page).getAttribute('aria-label')).toBe('Cart, 1 item');
      await row(page, only).getByRole('button', { name: 'Increase quantity' }).click();
      await summary.locator('[aria-busy="true"]').waitFor();
      await summary.locator('[aria-busy="false"]').waitFor();
      expect(await quantityOf(page, only).inputValue()).toBe('2');
      expect(await badge(page).getAttribute('aria-label')).toBe('Cart, 2 items');
    });
  });

  test('is final after ten seconds, and the focus goes to the next line', async () => {
    const [one, two] = products.slice(12, 14);
    await visit(async (page) => {
      await page.clock.install();
      await withCart(page, [{ product: one }, { product: two }]);
      await row(page, one).getByRole('button', { name: 'Remove' }).press('Enter');
      await page.getByText('Removed.').waitFor();
      await expect.poll(() => badge(page).getAttribute('aria-label')).toBe('Cart, 1 item');
      await page.clock.fastForward(9_000);
      expect(await focused(page)).toBe('Undo');
      await page.clock.fastForward(2_000);
      await page.getByText('Removed.').waitFor({ state: 'hidden' });
      await expect.poll(() => focused(page)).toBe(two.title);
    });
  });
});

test('the cart shows the total of the checkout, and follows the country', async () => {
  const [product] = products.slice(14);
  await visit(async (page) => {
    const visitor = await withCart(page, [{ product }]);
    const total = async () =>
      (await page.getByText('Estimated total').locator('xpath=..').locator('dd').textContent()) ?? '';
    const forUs = await total();
    const country = page.getByLabel('Deliver to');
    expect(await country.inputValue()).toBe('US');
    await country.selectOption({ label: 'Germany' });
    await expect.poll(total).not.toBe(forUs);
    await page.getByText('Delivery to Germany').waitFor();
    const { breakdown } = await visitor.send<{ breakdown: { total_price: { amount_minor: number } } }>(
      'POST',
      '/checkout',
      {
        email: 'ada@example.com',
        shipping_address: {
          full_name: 'Ada Öberg',
          line1: 'Torstraße 1',
          city: 'Berlin',
          postal_code: '10115',
          country: 'DE',
        },
        shipping_method_id: 'standard',
      },
    );
    const dollars = (breakdown.total_price.amount_minor / 100).toLocaleString('en-US', {
      style: 'currency',
      currency: 'USD',
    });
    expect(await total()).toBe(dollars);
    await page.reload();
    expect(await total()).toBe(dollars);
    await page.getByRole('button', { name: 'Check out' }).click();
    await page.waitForURL(/\/checkout/);
  });
});

test('a promo code shows each reason for a refusal, gives its discount, and can be removed', async () => {
  const [product] = products.slice(15);
  const day = 24 * 60 * 60_000;
  const off = { kind: 'percentage', basisPoints: 2_000 } as const;
  const alone = { ...off, isCombinable: false };
  await savePromotion(database.db, { ...off, code: 'OVER', endsAt: new Date(Date.now() - day) });
  await savePromotion(database.db, { ...off, code: 'SOON', startsAt: new Date(Date.now() + day) });
  await savePromotion(database.db, { ...off, code: 'GONE', usageLimit: 1 });
  await database.pool.query(`update promotions set times_used = 1 where code = 'GONE'`);
  await savePromotion(database.db, { ...off, code: 'MINE', usageLimitPerPerson: 1, isCombinable: true });
  await savePromotion(database.db, {
    ...off,
    code: 'LARGE',
    currency: 'USD',
    minimumSpendMinor: product.price.amount_minor + 1_240,
  });
  await savePromotion(database.db, { ...off, code: 'EUROS', currency: 'EUR' });
  await savePromotion(database.db, { ...alone, code: 'LONELY', basisPoints: 100 });
  await savePromotion(database.db, { ...off, code: 'GOOD' });

  await visit(async (page, context) => {
    const member = await createApiMember(shop.url);
    await member.send('POST', '/cart/items', { product_id: product.product_id });
    await member.send('POST', '/cart/promo', { code: 'MINE' });
    await placeOrder(member, { lines: [], email: member.email });
    await member.send('POST', '/cart/items', { product_id: product.product_id });
    await member.lendTo(context);
    await page.goto('/cart');
    await page.waitForLoadState('networkidle');

    const field = page.getByLabel('Promo code', { exact: true });
    expect(await field.isVisible()).toBe(false);
    await page.getByText('Add a promo code').click();
    const apply = page.getByRole('button', { name: 'Apply' });
    async function refused(code: string, sentence: string): Promise<void> {
      await field.fill(code);
      await apply.click();
      await page.getByText(sentence).waitFor();
      expect(await field.inputValue()).toBe(code);
      await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
    }
    await refused('NOTHING-LIKE-IT', 'We do not know this code.');
    await refused('over', 'This code is no longer valid.');
    await refused('soon', 'This code is not valid yet.');
    await refused('gone', 'This code has been used up.');
    await refused('mine', 'You have already used this code.');
    await refused('large', 'add $12.40 more');
    await refused('euros', 'This code is not for prices in USD.');
    await expectAccessible(page);
    await field.fill(' good ');
    await apply.click();
    await page.getByRole('list', { name: 'Promo codes in use' }).getByText('GOOD').waitFor();
    await page.getByText('Discount').waitFor();
    expect(await field.inputValue()).toBe('');
    await refused('lonely', 'This code cannot be combined with the others.');
    await page.getByRole('button', { name: 'Remove promo code GOOD' }).click();
    await page.getByText('Discount').waitFor({ state: 'detached' });
  });
});

test('a product can be saved for later, with its notices, or moved to the wishlist, and comes back', async () => {
  const [saved, wished, kept] = products.slice(16, 19);
  await visit(async (page) => {
    await withCart(page, [{ product: saved, quantity: 2 }, { product: wished }, { product: kept }]);
    await row(page, saved).getByRole('button', { name: 'Save for later' }).click();
    const list = page.getByRole('region', { name: 'Saved for later' });
    await list.getByRole('link', { name: saved.title }).waitFor();
    await expect.poll(() => badge(page).getAttribute('aria-label')).toBe('Cart, 2 items');
    await expect.poll(() => focused(page)).toBe(wished.title);
    await row(page, wished).getByRole('button', { name: 'Move to wishlist' }).click();
    await row(page, wished).waitFor({ state: 'detached' });
    const wishlist = await page.context().request.get('/api/v1/wishlist');
    expect(await wishlist.text()).toContain(`"product_id":${wished.product_id}`);
    await setPrice(saved.product_id, saved.price.amount_minor + 100);
    await page.reload();
    await list.getByText('The price was').waitFor();
    await list.getByRole('button', { name: 'Move to cart' }).click();
    await row(page, saved).waitFor();
    expect(await quantityOf(page, saved).inputValue()).toBe('2');
    expect(await list.count()).toBe(0);
  });
});

test('the cart says what has changed; an unavailable product blocks the checkout until it is removed', async () => {
  const [dearer, gone] = products.slice(19, 21);
  await visit(async (page) => {
    await withCart(page, [{ product: dearer }, { product: gone }]);
    await setPrice(dearer.product_id, dearer.price.amount_minor + 250);
    await setStock(gone.product_id, 0);
    await page.reload();
    await row(page, dearer)
      .getByText(/^The price was \$[\d.]+ and is now \$[\d.]+\.$/)
      .waitFor();
    await row(page, gone).getByText('This is out of stock.').waitFor();
    const checkOut = page.getByRole('button', { name: 'Check out' });
    expect(await checkOut.isDisabled()).toBe(true);
    await page.getByText(`${gone.title} is not available right now.`).waitFor();
    await row(page, gone).getByRole('button', { name: 'Save for later' }).click();
    await expect.poll(() => checkOut.isEnabled()).toBe(true);
  });
});

test('an empty cart has a link to the products', async () => {
  await visit(async (page) => {
    await page.goto('/cart');
    await page.getByRole('heading', { name: 'Your cart is empty' }).waitFor();
    await page
      .getByRole('heading', { name: /^(For you|Trending|Popular)$/ })
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Start shopping' }).click();
    await page.waitForURL(/\/search/);
  });
});

test('a tab shows the changes of another tab when the shopper returns to it', async () => {
  const [product] = products.slice(21);
  await visit(async (page) => {
    await page.clock.install();
    const visitor = await withCart(page, [{ product }]);
    await page.waitForLoadState('networkidle');
    await visitor.send('PATCH', `/cart/items/${product.product_id}`, { quantity: 4 });
    await page.clock.fastForward(6_000);
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect.poll(() => quantityOf(page, product).inputValue()).toBe('4');
    expect(await badge(page).getAttribute('aria-label')).toBe('Cart, 4 items');
  });
});

test('a log-in merges two carts and says so, once', async () => {
  const [own, alsoOwn, now] = products.slice(22, 25);
  await visit(async (page) => {
    const member = await createApiMember(shop.url);
    for (const { product_id } of [own, alsoOwn]) await member.send('POST', '/cart/items', { product_id });
    await withCart(page, [{ product: now }]);
    await page.goto('/login');
    await page.getByLabel('Email').fill(member.email);
    await page.getByLabel('Password', { exact: true }).fill(testPassword);
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.waitForURL((url) => url.pathname !== '/login');
    await page
      .getByText('Welcome back, Ada. 2 items from your last visit were added to your cart.')
      .first()
      .waitFor();
    expect(await badge(page).getAttribute('aria-label')).toBe('Cart, 3 items');
    await badge(page).click();
    await page.getByText('2 items from your last visit were added', { exact: true }).waitFor();
    await page.reload();
    await row(page, own).waitFor();
    expect(await page.getByText('2 items from your last visit were added', { exact: true }).count()).toBe(0);
  });
});

test('the whole cart works without JavaScript', async () => {
  const [product, other] = products.slice(25, 27);
  await visit(
    async (page) => {
      await page.goto(`/p/${product.product_id}`);
      // This form adds to the cart, so a step by a button would buy.
      expect(await page.getByRole('button', { name: 'Increase quantity' }).count()).toBe(0);
      await page.getByRole('textbox', { name: 'Quantity of' }).fill('2');
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await expect.poll(() => quantityOf(page, product).inputValue()).toBe('2');
      await row(page, product).getByRole('button', { name: 'Increase quantity' }).click();
      await expect.poll(() => quantityOf(page, product).inputValue()).toBe('3');
      await quantityOf(page, product).fill('5');
      await quantityOf(page, product).press('Enter');
      await expect.poll(() => badge(page).getAttribute('aria-label')).toBe('Cart, 5 items');

      await page.goto(`/p/${other.product_id}`);
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await row(page, other).getByRole('button', { name: 'Remove' }).click();
      await page.getByText('Removed.').waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await row(page, other).getByRole('button', { name: 'Save for later' }).click();
      await page.getByRole('button', { name: 'Move to cart' }).click();
      await row(page, other).waitFor();

      await page.getByText('Add a promo code').click();
      await page.getByLabel('Promo code', { exact: true }).fill('NOPE');
      await page.getByRole('button', { name: 'Apply' }).click();
      await page.getByText('We do not know this code.').waitFor();
      expect(await page.getByLabel('Promo code', { exact: true }).inputValue()).toBe('NOPE');
      await page.getByLabel('Promo code', { exact: true }).fill('WELCOME10');
      await page.getByRole('button', { name: 'Apply' }).click();
      await page.getByRole('button', { name: 'Remove promo code WELCOME10' }).click();

      await page.getByLabel('Deliver to').selectOption({ label: 'France' });
      await page.getByRole('region', { name: 'Summary' }).getByRole('button', { name: 'Update' }).click();
      await page.getByText('Delivery to France').waitFor();
      await page.getByRole('button', { name: 'Check out' }).click();
      await page.waitForURL(/\/checkout/);
    },
    { javaScriptEnabled: false, viewport: { width: 360, height: 800 } },
  );
});

test.skipIf(!canRunRedis)('when Redis is killed, no product in the cart is lost', async () => {
  const [before, after] = products.slice(27, 29);
  await visit(async (page) => {
    await page.goto(`/p/${before.product_id}`);
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.getByRole('dialog').getByText('1 in cart').first().waitFor();
    await redis!.kill();
    await page.goto(`/p/${after.product_id}`);
    await page.getByRole('button', { name: 'Add to cart' }).click();
    await page.getByText(`${after.title} added, 2 in cart`).waitFor();
    await page.goto('/cart');
    await row(page, before).getByRole('button', { name: 'Increase quantity' }).click();
    await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
    await redis!.start();
    await page.reload();
    expect(await quantityOf(page, before).inputValue()).toBe('2');
    expect(await quantityOf(page, after).inputValue()).toBe('1');
  });
});
