/** @file Pays with Stripe's fields in a real browser. Its script is a stand-in and its API our own server: no request leaves the machine. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../apps/server/src/testing/servers/free-port.ts';
import { createStripeServer, type StripeServer } from '../apps/server/src/testing/servers/stripe-server.ts';
import { productsForSale } from './api-orders.ts';
import { createApiVisitor } from './api-visitor.ts';
import { expectAccessible } from './axe.ts';
import { openBrowser } from './browser.ts';
import { cards, fillContact, fillDelivery, goodCard, payButton, waitForOrder } from './checkout-pages.ts';
import { copyDemoShop } from './demo-shop.ts';
import { type DataDir, type ShopProcess, startShop } from './shop-process.ts';
import { visit } from './visit.ts';

const standIn = readFileSync(join(import.meta.dirname, 'stripe-stand-in.js'), 'utf8');

let dataDir: DataDir;
let stripe: StripeServer;
let shop: ShopProcess;
let browser: Browser;
let productId: number;

beforeAll(async () => {
  dataDir = await copyDemoShop();
  stripe = await createStripeServer();
  const port = String(await freePort());
  shop = await startShop({
    KINDRED_DATA_DIR: dataDir.path,
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
    STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
    STRIPE_API_BASE: stripe.url.href,
  });
  browser = await openBrowser();
  [{ product_id: productId }] = await productsForSale(createApiVisitor(shop.url), { count: 1 });
});

afterAll(async () => {
  await browser?.close();
  await shop?.stop();
  await stripe?.close();
  dataDir?.remove();
});

/** The requests to Stripe's hosts. */
interface Asked {
  readonly posted: { billing_details: { name: string; address: object }; name: string }[];
}

const fieldsPage = { contentType: 'text/html', body: '<script src="stripe.js"></script>' };
const script = { contentType: 'text/javascript', body: standIn };

async function standInForStripe(context: BrowserContext, asked: Asked): Promise<void> {
  await context.route('https://js.stripe.com/**', (route) =>
    route.fulfill(new URL(route.request().url()).pathname.endsWith('.html') ? fieldsPage : script),
  );
  await context.route('https://api.stripe.com/**', (route) => {
    const body = route.request().postDataJSON() as Asked['posted'][number];
    asked.posted.push(body);
    return route.fulfill({
      json: { id: body.name },
      headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
    });
  });
  await context.route('https://hooks.stripe.com/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Bank</title><h1>Is it you?</h1>' }),
  );
}

async function goToPayment(page: Page, context: BrowserContext): Promise<void> {
  const guest = createApiVisitor(shop.url);
  await guest.send('POST', '/cart/items', { product_id: productId, quantity: 1 });
  await guest.lendTo(context);
  await page.goto('/checkout');
  await fillContact(page);
  await fillDelivery(page);
}

async function atPayment(work: (page: Page, asked: Asked) => Promise<void>): Promise<void> {
  await visit(
    browser,
    { baseURL: shop.url, viewport: { width: 1440, height: 900 } },
    async (page, context) => {
      const asked: Asked = { posted: [] };
      await standInForStripe(context, asked);
      await goToPayment(page, context);
      await work(page, asked);
    },
  );
}

async function fillFields(page: Page, number: string): Promise<void> {
  await page.frameLocator('iframe').getByLabel('Card number').fill(number);
  await page.getByRole('button', { name: 'Review order' }).click();
}

const newestIntent = () => [...stripe.books.intents.values()].at(-1)!;

test('the shopper types a card into Stripe’s frame, and pays with it', async () => {
  await atPayment(async (page, asked) => {
    const posts: string[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith(shop.url)) posts.push(request.postData() ?? '');
    });
    await fillFields(page, goodCard);
    await payButton(page).waitFor();
    expect(await page.getByText('Visa ending in 4242, expires 04/34').isVisible()).toBe(true);
    expect(asked.posted).toMatchObject([
      {
        name: 'pm_card_visa',
        billing_details: { name: 'Ada Öberg', address: { country: 'US', city: 'Portland' } },
      },
    ]);
    await payButton(page).click();
    await waitForOrder(page);
    expect(newestIntent()).toMatchObject({ status: 'succeeded', payment_method: 'pm_card_visa' });
    expect(posts.join()).not.toContain('4242424242424242');
  });
});

test('Stripe’s message reports an incomplete number, and no money moves', async () => {
  await atPayment(async (page) => {
    await fillFields(page, '4242');
    await page.getByRole('alert').filter({ hasText: 'Your card number is incomplete.' }).waitFor();
    expect(new URL(page.url()).search).toBe('?step=payment');
    await expectAccessible(page, { within: 'main ol' });
  });
});

test('a declined card leads back to the fields with the reason, and another card pays', async () => {
  await atPayment(async (page) => {
    await fillFields(page, cards.declined);
    await payButton(page).click();
    await page.getByText('Your card was declined. Please try another one.').waitFor();
    await fillFields(page, goodCard);
    await payButton(page).click();
    await waitForOrder(page);
  });
});

test.each([true, false])('a second step at the bank, accepted: %s', async (isApproved) => {
  await atPayment(async (page) => {
    await fillFields(page, cards.asks);
    await payButton(page).click();
    await page.waitForURL('https://hooks.stripe.com/**');
    const { id, next_action } = newestIntent();
    const { return_url } = (next_action as { redirect_to_url: { return_url: string } }).redirect_to_url;
    stripe.books.finishAction(id, isApproved);
    await page.goto(`${return_url}&payment_intent=${id}&redirect_status=succeeded`);
    if (isApproved) await waitForOrder(page);
    else await page.getByText('Your bank did not confirm that it is you.').waitFor();
  });
});

test('a blocked script shows an error with a way out, and nothing is lost', async () => {
  // Does not check the console, which reports that the script was blocked.
  const context = await browser.newContext({ baseURL: shop.url });
  const page = await context.newPage();
  await context.route('https://js.stripe.com/**', (route) => route.abort('blockedbyclient'));
  await goToPayment(page, context);
  await page.getByRole('alert').filter({ hasText: 'did not load' }).waitFor();
  await expectAccessible(page);
  await context.unroute('https://js.stripe.com/**');
  await standInForStripe(context, { posted: [] });
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.frameLocator('iframe').getByLabel('Card number').waitFor();
  expect(await page.getByText('ada@example.com').isVisible()).toBe(true);
  await context.close();
});

test('only the checkout’s pages allow Stripe’s hosts, and links out of them load a document', async () => {
  const policyOf = async (path: string) =>
    (await fetch(shop.url + path, { redirect: 'manual' })).headers.get('content-security-policy') ?? '';
  for (const path of ['/', '/search', '/cart', '/login'])
    expect(await policyOf(path), path).not.toContain('stripe.com');
  expect(await policyOf('/checkout?step=payment')).toContain('https://js.stripe.com');
  await atPayment(async (page) => {
    await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
    await page.getByRole('link', { name: /home$/ }).click();
    await page.waitForURL(`${shop.url}/`);
    expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(false);
  });
});
