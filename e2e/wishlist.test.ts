/** @file Wishlists, notices by mail and reviews, in a real browser. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { placeOrder, productsForSale } from './api-orders.ts';
import {
  type ApiMember,
  type ApiVisitor,
  createApiMember,
  createApiMerchant,
  createApiVisitor,
  testPassword,
} from './api-visitor.ts';
import { expectAccessible } from './axe.ts';
import { expectFocusUncovered } from './focus-order.ts';
import { press, status, typeInto } from './keyboard.ts';
import { openDemoShop } from './open-demo-shop.ts';
import { countMails, mailTo } from './outbox.ts';
import { kindred } from './shop-process.ts';

const desktop = { width: 1440, height: 900 };
const shop = openDemoShop({ viewport: desktop });
const { visit } = shop;
let merchant: ApiVisitor;

beforeAll(async () => {
  merchant = await createApiMerchant(shop.url, { KINDRED_DATA_DIR: shop.dataDir });
});

const phone = { width: 360, height: 780 };

const main = (page: Page) => page.getByRole('main');
const heart = (page: Page, title: string) =>
  main(page)
    .getByRole('button', { name: `Add to wishlist: ${title}`, exact: true })
    .first();
const rows = (page: Page) => main(page).getByRole('listitem');

async function verifiedMember(): Promise<ApiMember> {
  const member = await createApiMember(shop.url);
  const { link } = await mailTo(shop.url, member.email, 'Confirm your email address');
  const token = new URL(link!, shop.url).searchParams.get('token');
  await createApiVisitor(shop.url).send('POST', '/auth/verify-email', { token });
  return member;
}

async function logIn(page: Page, { email }: ApiMember): Promise<void> {
  await main(page).getByLabel('Email', { exact: true }).fill(email);
  await main(page).getByLabel('Password', { exact: true }).fill(testPassword);
  await main(page).getByRole('button', { name: 'Log in', exact: true }).click();
}

test.each([
  { name: 'a phone', options: { viewport: phone } },
  { name: 'a browser without JavaScript', options: { javaScriptEnabled: false } },
])(
  'with $name: a guest’s hearts are kept, move with the log-in, and go into the cart',
  async ({ options }) => {
    const member = await verifiedMember();
    const [known, first, second] = await productsForSale(member, { count: 3 });
    await member.send('POST', '/wishlist', { product_id: known.product_id });
    await visit(async (page) => {
      await page.goto('/search?sort=popularity&in_stock=true&price_min=1');
      for (const { title } of [first, second]) {
        expect(await heart(page, title).getAttribute('aria-pressed')).toBe('false');
        await heart(page, title).click();
        await status(page, 'Added to your wishlist').waitFor();
        expect(await heart(page, title).getAttribute('aria-pressed')).toBe('true');
      }
      // The card is still a link.
      expect(new URL(page.url()).pathname).toBe('/search');
      await status(page, 'Added').getByRole('link', { name: 'View wishlist' }).click();
      await page.getByRole('heading', { name: 'Wishlist', exact: true }).waitFor();
      expect(await rows(page).getByRole('heading').allInnerTexts()).toEqual([second.title, first.title]);

      const keptIds = async () => {
        const answer = await page.request.get('/api/v1/wishlist/ids');
        return ((await answer.json()) as { product_ids: number[] }).product_ids;
      };
      const named = (name: string) => main(page).getByRole('button', { name: `${name}: ${first.title}` });
      await named('Remove').click();
      await named('Undo').waitFor();
      await expect.poll(keptIds).toEqual([second.product_id]);
      await named('Undo').click();
      await named('Remove').waitFor();
      await expect.poll(keptIds).toEqual([second.product_id, first.product_id]);
      await page.reload();
      expect(await rows(page).getByRole('heading').allInnerTexts()).toEqual([second.title, first.title]);

      await main(page)
        .getByText('This browser keeps your list')
        .getByRole('link', { name: 'Log in' })
        .click();
      await page.waitForURL('**/login*');
      await logIn(page, member);
      await page.waitForURL(({ pathname }) => pathname === '/wishlist');
      expect(await rows(page).getByRole('heading').allInnerTexts()).toEqual([
        second.title,
        first.title,
        known.title,
      ]);

      await main(page)
        .getByRole('button', { name: `Add to cart: ${first.title}` })
        .click();
      await page.getByRole('link', { name: 'Cart, 1 item' }).waitFor();
      await main(page).getByRole('button', { name: 'Add all to cart' }).click();
      await page.getByText('2 products added to your cart. 1 was already in it.').first().waitFor();
      await page.getByRole('link', { name: 'Cart, 3 items' }).waitFor();
    }, options);
  },
);

test('a heart fills immediately although the answer takes two seconds, and empties again if the shop cannot be reached', async () => {
  const context = await shop.browser.newContext({ baseURL: shop.url, viewport: desktop });
  const page = await context.newPage();
  const [product] = await productsForSale(createApiVisitor(shop.url), { count: 1 });
  await page.goto(`/p/${product.product_id}`, { waitUntil: 'networkidle' });
  const pressed = () => heart(page, product.title).getAttribute('aria-pressed');
  await page.route('**/wishlist.data*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await route.continue();
  });
  const answered = page.waitForResponse('**/wishlist.data*');
  await heart(page, product.title).click();
  expect(await pressed()).toBe('true');
  await answered;
  await page.waitForLoadState('networkidle');
  expect(await pressed()).toBe('true');

  // Off and on again before the first answer: both requests arrive, in order.
  let answers = 0;
  page.on('response', (response) => {
    if (response.url().includes('/wishlist.data')) answers++;
  });
  await heart(page, product.title).click();
  expect(await pressed()).toBe('false');
  await heart(page, product.title).click();
  expect(await pressed()).toBe('true');
  await expect.poll(() => answers, { timeout: 20_000 }).toBe(2);
  await expect.poll(pressed).toBe('true');
  const kept = await page.request.get('/api/v1/wishlist/ids');
  expect(await kept.json()).toEqual({ product_ids: [product.product_id] });

  await page.unroute('**/wishlist.data*');
  await page.waitForLoadState('networkidle');
  await page.route('**/*', (route) => route.abort());
  await heart(page, product.title).click();
  await status(page, 'We could not reach the shop').waitFor();
  await expect.poll(pressed).toBe('true');
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(product.title);
  await context.close();
});

interface ProductNow {
  product_id: number;
  parent_asin: string;
  title: string;
  price: { amount_minor: number };
  available: number;
}

/** Returns a product that one order can sell out. */
async function scarceProduct(visitor: Pick<ApiVisitor, 'send'>): Promise<ProductNow> {
  const { items } = await visitor.send<{ items: { product_id: number; availability: string }[] }>(
    'GET',
    '/products?in_stock=true&price_min=1&sort=newest&limit=100',
  );
  const scarce = items.find(({ availability }) => availability === 'low-stock')!;
  return visitor.send<ProductNow>('GET', `/products/${scarce.product_id}`);
}

/** Imports a price like a supplier's file. */
async function importPrice({ parent_asin, title }: ProductNow, amountMinor: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-e2e-'));
  const file = join(folder, 'meta.jsonl');
  writeFileSync(file, `${JSON.stringify({ parent_asin, title, price: amountMinor / 100 })}\n`);
  await kindred(['import', 'meta', file], { KINDRED_DATA_DIR: shop.dataDir });
  rmSync(folder, { recursive: true });
}

test('the shop emails each request once: a guest about stock, a member about a lower price on the wishlist', async () => {
  const guest = `${randomUUID()}@example.com`;
  const member = await verifiedMember();
  const scarce = await scarceProduct(member);
  const [popular] = await productsForSale(member, { count: 1 });
  const wished = await member.send<ProductNow>('GET', `/products/${popular.product_id}`);
  const buyer = createApiVisitor(shop.url);
  const order = await placeOrder(buyer, {
    lines: [{ productId: scarce.product_id, quantity: scarce.available }],
  });

  await visit(
    async (page) => {
      await page.goto(`/p/${scarce.product_id}`);
      await main(page).getByRole('button', { name: 'Notify me' }).click();
      await main(page).getByText('Enter an email address').first().waitFor();
      await main(page).getByLabel('Email', { exact: true }).fill(guest);
      await main(page).getByRole('button', { name: 'Notify me' }).click();
      await status(page, `Check your inbox: we sent an email to ${guest}`).waitFor();
      const { link } = await mailTo(shop.url, guest, 'is back?');
      // A mail program that fetches the link changes nothing.
      await fetch(shop.url + link!);
      await page.goto(link!);
      await main(page).getByRole('button', { name: 'Yes, notify me' }).click();
      await main(page).getByText('We will email you when it is available again.').waitFor();
    },
    { javaScriptEnabled: false },
  );
  await visit(async (page) => {
    await page.goto('/login?return_to=/wishlist');
    await logIn(page, member);
    await page.waitForURL(({ pathname }) => pathname === '/wishlist');
    await page.goto(`/p/${wished.product_id}`);
    await heart(page, wished.title).click();
    await status(page, 'Added to your wishlist').getByRole('link').click();
    const wants = main(page).getByRole('switch', {
      name: 'Email me when an item is cheaper or back in stock',
    });
    expect(await wants.getAttribute('aria-checked')).toBe('false');
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await wants.click();
    await answered;
    await page.reload();
    expect(await wants.getAttribute('aria-checked')).toBe('true');

    await importPrice(wished, wished.price.amount_minor - 300);
    await buyer.send('POST', `/orders/${order.orderId}/cancel?access=${order.access}`);
    await page.reload();
    await main(page).getByText('$3.00 less than when you added it').waitFor();
  });

  // The shop looks once a minute.
  const back = await mailTo(shop.url, guest, 'Back in stock', { withinMs: 90_000 });
  expect(back.text).toContain(scarce.title);
  const cheaper = await mailTo(shop.url, member.email, 'Now cheaper', { withinMs: 90_000 });
  expect(cheaper.text).toContain(wished.title);

  await visit(async (page) => {
    await fetch(shop.url + cheaper.link!);
    await page.goto(cheaper.link!);
    await main(page).getByText('when an item on it is cheaper or back in stock').waitFor();
    await expectAccessible(page, { within: 'main' });
    await main(page).getByRole('button', { name: 'Stop all notifications' }).click();
    await page.getByRole('heading', { name: 'We will no longer email you about products' }).waitFor();
    // By RFC 8058, without one of our pages.
    const ended = await fetch(shop.url + back.link!, {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(ended.status).toBe(200);
  });
  expect((await member.send<{ mails_changes: boolean }>('GET', '/wishlist')).mails_changes).toBe(false);
  expect(await countMails(shop.url, guest, 'Back in stock')).toBe(1);
  expect(await countMails(shop.url, member.email, 'Now cheaper')).toBe(1);
}, 240_000);

test('by keyboard alone: a shopper ends a notice and hears whether it worked', async () => {
  const member = await verifiedMember();
  const [product] = await productsForSale(member, { count: 1 });
  const context = await shop.browser.newContext({ baseURL: shop.url, viewport: desktop });
  await member.lendTo(context);
  const page = await context.newPage();
  await page.goto(`/p/${product.product_id}`, { waitUntil: 'networkidle' });
  await press(main(page).getByText('Notify me when the price drops'));
  await press(main(page).getByRole('button', { name: 'Notify me' }));
  await status(page, 'We will email you when the price drops').waitFor();
  const end = main(page).getByRole('button', { name: 'Stop', exact: true });
  await page.route('**/notices/ask.data*', (route) => route.abort());
  await press(end);
  await page.getByRole('alert').filter({ hasText: 'We could not reach the shop' }).waitFor();
  await page.unroute('**/notices/ask.data*');
  await press(end);
  const ended = status(page, 'We will no longer email you about this');
  await ended.waitFor();
  await expect.poll(() => ended.evaluate((element) => element === document.activeElement)).toBe(true);
  await context.close();
});

test('by keyboard alone: a shopper reviews a delivered product, edits the review and deletes it', async () => {
  const member = await verifiedMember();
  const [product] = await productsForSale(member, { count: 1, skip: 4 });
  const order = await placeOrder(member, { lines: [{ productId: product.product_id }] });
  await merchant.send('POST', `/admin/orders/${order.orderId}/ship`, {
    carrier: 'Post',
    tracking_number: '1',
  });
  await merchant.send('POST', `/admin/orders/${order.orderId}/deliver`);
  await visit(async (page) => {
    // A visitor who is not logged in is sent to the log-in and back.
    await page.goto(`/p/${product.product_id}`);
    await main(page).getByRole('link', { name: 'Write a review' }).click();
    await page.waitForURL('**/login*');
    await logIn(page, member);
    await page.getByRole('heading', { name: 'Write a review' }).waitFor();

    await page.goto('/account/reviews');
    await press(main(page).getByRole('link', { name: `Write a review: ${product.title}` }));
    await typeInto(main(page).getByLabel('Your review'), 'It does what it should, every day.');
    await press(main(page).getByRole('button', { name: 'Submit review' }));
    const summary = page.getByRole('alert').filter({ hasText: 'Choose a rating from 1 to 5 stars' });
    await summary.waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    await expectAccessible(page, { within: 'main' });
    await press(summary.getByRole('link'));
    await page.keyboard.press('Space');
    for (let star = 1; star < 4; star++) await page.keyboard.press('ArrowRight');
    expect(await main(page).getByLabel('4 stars, Very good').isChecked()).toBe(true);
    await typeInto(main(page).getByLabel('Title'), 'Good to have');
    await press(main(page).getByRole('button', { name: 'Submit review' }));

    await status(page, 'Your review is published').waitFor();
    const shown = main(page).getByRole('article').filter({ hasText: 'Good to have' });
    await shown.getByText('Verified purchase').waitFor();
    expect(await shown.textContent()).toContain('It does what it should, every day.');
    const helpful = main(page)
      .getByRole('button', { name: /^Helpful: / })
      .first();
    const votes = async () => Number(/\((\d+)\)/.exec((await helpful.textContent()) ?? '')?.[1] ?? 0);
    const before = await votes();
    await press(helpful);
    await expect.poll(votes).toBe(before + 1);
    expect(await helpful.getAttribute('aria-pressed')).toBe('true');

    await press(shown.getByRole('link', { name: 'Edit your review' }));
    await typeInto(main(page).getByLabel('Title'), 'Very good to have');
    await press(main(page).getByRole('button', { name: 'Save review' }));
    await main(page).getByRole('article').filter({ hasText: 'Very good to have' }).waitFor();

    await page.goto('/account/reviews');
    await main(page).getByText('Published').waitFor();
    expect(
      await main(page)
        .getByRole('link', { name: /^Write a review:/ })
        .count(),
    ).toBe(0);
    await press(main(page).locator('summary').filter({ hasText: 'Delete' }));
    await press(main(page).getByRole('button', { name: /^Delete review/ }));
    await status(page, 'The review is deleted').waitFor();
    await main(page)
      .getByRole('link', { name: `Write a review: ${product.title}` })
      .waitFor();
  });
});

test('on a phone, the whole wishlist can be reached, and a removal can be undone', async () => {
  const guest = createApiVisitor(shop.url);
  const [first, second] = await productsForSale(guest, { count: 2 });
  for (const { product_id } of [first, second]) await guest.send('POST', '/wishlist', { product_id });
  await visit(
    async (page, context) => {
      await page.goto('/wishlist');
      await main(page).getByText('Your wishlist is empty').waitFor();
      await guest.lendTo(context);
      await page.goto('/wishlist');
      const order = await expectFocusUncovered(page);
      expect(order).toContain(`button Remove: ${first.title}`.slice(0, 67));

      const named = (name: string) => main(page).getByRole('button', { name: `${name}: ${first.title}` });
      const hasFocus = (name: string) =>
        expect.poll(() => named(name).evaluate((element) => element === document.activeElement)).toBe(true);
      await press(named('Remove'));
      await hasFocus('Undo');
      await main(page).getByText('1 product', { exact: true }).waitFor();
      await expectAccessible(page, { within: 'main' });
      await page.keyboard.press('Enter');
      await hasFocus('Remove');
      await main(page).getByText('2 products', { exact: true }).waitFor();

      await page.goto(`/p/${first.product_id}`);
      await main(page).getByText('Notify me when the price drops').click();
      await expectAccessible(page, { within: '#notices' });
    },
    { viewport: phone },
  );
});
