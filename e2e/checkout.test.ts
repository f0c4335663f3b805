/** @file From the cart to the order, in a real browser: by keyboard, by mouse, without a script, and with failures. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  canRunRedis,
  createTestRedis,
  type TestRedis,
} from '../apps/server/src/testing/servers/redis-server.ts';
import { productsForSale, testAddress } from './api-orders.ts';
import { type ApiVisitor, createApiMember, createApiVisitor } from './api-visitor.ts';
import { expectAccessible } from './axe.ts';
import { openBrowser } from './browser.ts';
import {
  cards,
  fillAddress,
  fillCard,
  fillContact,
  fillDelivery,
  foldSummary,
  goodCard,
  goToReview,
  payButton,
  unfoldSummary,
  waitForOrder,
} from './checkout-pages.ts';
import { copyDemoShop } from './demo-shop.ts';
import { expectFocusUncovered } from './focus-order.ts';
import { type DataDir, kindred, type ShopProcess, startShop } from './shop-process.ts';
import { visit } from './visit.ts';

let dataDir: DataDir;
let shop: ShopProcess;
let browser: Browser;
let redis: TestRedis | undefined;
let products: { product_id: number; title: string }[];

beforeAll(async () => {
  dataDir = await copyDemoShop();
  redis = canRunRedis ? await createTestRedis() : undefined;
  shop = await startShop({
    KINDRED_DATA_DIR: dataDir.path,
    // No server listens there: a checkout needs no search.
    SEARCH_URL: 'http://127.0.0.1:1',
    ...(redis && { REDIS_URL: redis.url }),
  });
  browser = await openBrowser();
  products = await productsForSale(createApiVisitor(shop.url), { count: 24 });
});

afterAll(async () => {
  await browser?.close();
  await shop?.stop();
  await redis?.kill();
  dataDir?.remove();
});

interface Cart {
  items: { product: { product_id: number }; available: number }[];
}

const phone = { viewport: { width: 360, height: 780 } };
const desk = { viewport: { width: 1440, height: 900 } };

let turn = 0;
/** Returns another product each time, so that earlier tests cannot sell it out. */
const someLine = () => ({ product_id: products[12 + (turn++ % 12)].product_id, quantity: 1 });

/** Opens a browser for a guest, or for `shopper`, with these products in the cart. */
async function buying(
  work: (page: Page, context: BrowserContext, shopper: ApiVisitor) => Promise<void>,
  {
    shopper = createApiVisitor(shop.url),
    lines = [someLine()],
    ...options
  }: BrowserContextOptions & {
    shopper?: ApiVisitor;
    lines?: { product_id: number; quantity: number }[];
  } = {},
): Promise<void> {
  for (const line of lines) await shopper.send('POST', '/cart/items', line);
  await visit(browser, { baseURL: shop.url, ...desk, ...options }, async (page, context) => {
    await shopper.lendTo(context);
    await work(page, context, shopper);
  });
}

async function countOrders(shopper: ApiVisitor): Promise<number> {
  return (await shopper.send<{ items: unknown[] }>('GET', '/orders')).items.length;
}

test('a guest buys with the mouse, and every step is accessible', async () => {
  await buying(async (page) => {
    const fields: string[] = [];
    const countFields = async () =>
      fields.push(
        ...(await page
          .getByRole('main')
          .getByRole('textbox')
          .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).name))),
      );
    await page.goto('/checkout');
    expect(page.url()).toBe(`${shop.url}/checkout?step=contact`);
    expect(await page.getByRole('link', { name: /^Cart,|Departments/ }).count()).toBe(0);
    await countFields();
    await expectAccessible(page);
    await fillContact(page);
    await countFields();
    await expectAccessible(page);
    await fillDelivery(page);
    await countFields();
    await page.getByRole('button', { name: 'Review order' }).click();
    await expectAccessible(page);
    await fillCard(page);
    expect(fields).toHaveLength(8);
    await expectAccessible(page);
    const price = (await payButton(page).textContent())!.replace('Pay ', '');
    expect(await page.locator('#summary-content').textContent()).toContain(`Total${price}`);
    await payButton(page).click();
    await waitForOrder(page);
    expect(await page.locator('body').textContent()).toContain(price);
  });
});

test('a guest buys with the keyboard alone, on a phone', async () => {
  await buying(async (page) => {
    const { keyboard } = page;
    const tabTo = async (name: string | RegExp, role: 'button' | 'textbox' | 'combobox') => {
      for (let presses = 0; presses < 40; presses++) {
        await keyboard.press('Tab');
        const target = page.getByRole(role, { name, exact: true });
        if (await target.evaluateAll((all) => all.includes(document.activeElement as HTMLElement))) return;
      }
      throw new Error(`Tab never reaches ${role} ${name}.`);
    };
    await page.goto('/checkout', { waitUntil: 'networkidle' });
    await tabTo('Email', 'textbox');
    await keyboard.type('ada@example.com');
    await keyboard.press('Enter');
    await page.locator('#step-heading:focus', { hasText: 'Delivery' }).waitFor();
    await tabTo('Full name', 'textbox');
    await keyboard.type(testAddress.full_name);
    await tabTo('Address', 'textbox');
    await keyboard.type(testAddress.line1);
    await tabTo('City', 'textbox');
    await keyboard.type(testAddress.city);
    await tabTo('State', 'combobox');
    await keyboard.type('Maine');
    await tabTo('Postal code', 'textbox');
    await keyboard.type(testAddress.postal_code);
    await keyboard.press('Enter');
    await page.locator('#step-heading:focus', { hasText: 'Payment' }).waitFor();
    await tabTo('Card number', 'textbox');
    await keyboard.type(goodCard);
    expect(await page.getByLabel('Card number').inputValue()).toBe('4242 4242 4242 4242');
    await tabTo('Expiry date', 'textbox');
    await keyboard.type('434');
    expect(await page.getByLabel('Expiry').inputValue()).toBe('04/34');
    await tabTo('Security code', 'textbox');
    await keyboard.type('123');
    await keyboard.press('Enter');
    await page.locator('#step-heading:focus', { hasText: 'Review' }).waitFor();
    await tabTo(/^Pay /, 'button');
    await keyboard.press('Enter');
    await waitForOrder(page);
  }, phone);
});

test('on a phone, nothing covers the focused element', async () => {
  await buying(async (page) => {
    await page.goto('/checkout');
    await expectFocusUncovered(page);
    await fillContact(page);
    await expectFocusUncovered(page);
    await fillDelivery(page);
    await unfoldSummary(page);
    await expectFocusUncovered(page);
    await foldSummary(page);
    await fillCard(page);
    await expectFocusUncovered(page);
  }, phone);
});

test('a member finds their address chosen, and types only a card', async () => {
  const member = await createApiMember(shop.url);
  await member.send('POST', '/me/addresses', testAddress);
  await buying(
    async (page) => {
      await page.goto('/checkout', { waitUntil: 'networkidle' });
      await page.getByRole('radio', { name: /Ada Öberg/ }).waitFor();
      expect(await page.getByRole('radio', { name: /Ada Öberg/ }).isChecked()).toBe(true);
      expect(await page.getByLabel('Full name').isVisible()).toBe(false);
      await page.getByText('A different address').click();
      await page.getByLabel('Full name').fill('Eve Another');
      await page.getByLabel('City').fill('Port');
      const region = page.getByRole('combobox', { name: 'State' });
      const kept = (text: string) =>
        page.waitForResponse((response) => Boolean(response.request().postData()?.includes(text)));
      await Promise.all([kept('WA'), region.selectOption('WA')]);
      await page.reload({ waitUntil: 'networkidle' });
      expect(await page.getByRole('radio', { name: 'A different address' }).isChecked()).toBe(true);
      expect(await page.getByLabel('Full name').inputValue()).toBe('Eve Another');
      expect(await region.inputValue()).toBe('WA');
      await Promise.all([kept('AU'), page.getByLabel('Country').selectOption('AU')]);
      expect(await region.inputValue()).toBe('');
      await page.reload();
      expect(await page.getByLabel('Country').inputValue()).toBe('AU');
      expect(await region.inputValue()).toBe('');
      await page.getByText('Ada Öberg').first().click();
      expect(await page.locator('main').textContent()).toContain(member.email);
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Continue to payment' }).click();
      await fillCard(page);
      await payButton(page).click();
      await waitForOrder(page);
    },
    { shopper: member },
  );
});

test('a late answer about a field does not take the shopper back', async () => {
  await buying(
    async (page) => {
      let kept = 0;
      await page.route('**/checkout.data*', async (route) => {
        if (!route.request().postData()?.includes('intent=keep')) return route.continue();
        kept += 1;
        await delay(1_000);
        // The request goes on, even if the page no longer waits for its answer.
        const response = await route.fetch();
        await route.fulfill({ response });
      });
      await page.goto('/checkout', { waitUntil: 'networkidle' });
      await fillDelivery(page);
      expect(kept).toBeGreaterThan(0);
      await delay(1_500);
      await page.reload();
      expect(page.url()).toBe(`${shop.url}/checkout?step=payment`);
      expect(await page.getByRole('main').textContent()).toContain(testAddress.line1);
    },
    { shopper: await createApiMember(shop.url) },
  );
});

test('changes in quick succession are saved one after another, the last one last', async () => {
  await buying(
    async (page) => {
      const kept: string[] = [];
      await page.route('**/checkout.data*', async (route) => {
        const form = new URLSearchParams(route.request().postData() ?? '');
        if (form.get('intent') !== 'keep') return route.continue();
        kept.push(`${form.get('shipping_address.country')} sent`);
        await delay(300);
        const response = await route.fetch();
        await route.fulfill({ response });
        kept.push(`${form.get('shipping_address.country')} saved`);
      });
      await page.goto('/checkout', { waitUntil: 'networkidle' });
      // On their way to Australia by keys, shoppers pass Afghanistan.
      await page.getByLabel('Country').evaluate(async (select: HTMLSelectElement) => {
        for (const country of ['AF', 'AL', 'AU']) {
          select.value = country;
          select.dispatchEvent(new Event('change', { bubbles: true }));
          await new Promise((resolve) => setTimeout(resolve));
        }
      });
      await expect.poll(() => kept).toEqual(['AF sent', 'AF saved', 'AU sent', 'AU saved']);
      await page.reload();
      expect(await page.getByLabel('Country').inputValue()).toBe('AU');
    },
    { shopper: await createApiMember(shop.url) },
  );
});

test('a declined card, then a good one, make one order, and only the card is typed twice', async () => {
  const member = await createApiMember(shop.url);
  await buying(
    async (page) => {
      await page.goto('/checkout');
      await fillDelivery(page);
      await fillCard(page, cards.declined);
      await payButton(page).click();
      await page.getByText('Your card was declined. Please try another one.').waitFor();
      expect(new URL(page.url()).search).toBe('?step=payment');
      await page.reload();
      await page.getByText('Your card was declined. Please try another one.').waitFor();
      await fillCard(page);
      await payButton(page).click();
      await waitForOrder(page);
      expect(await countOrders(member)).toBe(1);
      const { items } = await member.send<{ items: object[] }>('GET', '/me/addresses');
      expect(items, 'what was typed is kept, once').toMatchObject([testAddress]);
    },
    { shopper: member },
  );
});

describe('a second step at the bank', () => {
  const toTheBank = async (page: Page) => {
    await goToReview(page, { card: cards.asks });
    await payButton(page).click();
    await page.getByRole('heading', { name: 'Is it you?' }).waitFor();
  };

  test('accepted, leads to the order', async () => {
    await buying(async (page) => {
      await toTheBank(page);
      await page.getByRole('button', { name: 'Yes, pay' }).click();
      await waitForOrder(page);
    });
  });

  test('refused, leads back to payment and says why', async () => {
    await buying(async (page) => {
      await toTheBank(page);
      await page.getByRole('button', { name: 'No, it is not me' }).click();
      await page.getByText('Your bank did not confirm that it is you. Please try again.').waitFor();
      expect(new URL(page.url()).search).toBe('?step=payment');
      await fillCard(page);
      await payButton(page).click();
      await waitForOrder(page);
    });
  });

  test('abandoned, can be continued, or cancelled for another card', async () => {
    await buying(async (page, _context, shopper) => {
      await goToReview(page, { card: cards.asks });
      const total = (await payButton(page).textContent())!.replace('Pay ', '');
      await payButton(page).click();
      await page.getByRole('heading', { name: 'Is it you?' }).waitFor();
      // The cart changes independently.
      await shopper.send('POST', '/cart/items', { product_id: products[1].product_id, quantity: 1 });
      await page.goto('/checkout?step=contact');
      await page.getByRole('heading', { name: 'Your payment is not complete' }).waitFor();
      await page.getByText(`confirm the payment of ${total}.`).waitFor();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Continue at your bank' }).click();
      await page.getByRole('link', { name: 'Back to the shop, without an answer' }).click();
      await page.getByRole('button', { name: 'Pay another way' }).click();
      await fillCard(page);
      await payButton(page).click();
      await waitForOrder(page);
    });
  });
});

test('a double click, a reload and Back make one order', async () => {
  const member = await createApiMember(shop.url);
  await buying(
    async (page) => {
      await page.goto('/checkout');
      await fillDelivery(page);
      await fillCard(page);
      await payButton(page).dblclick();
      await waitForOrder(page);
      await page.reload();
      await page.goBack();
      // Nothing is left to pay again.
      await page.waitForURL('/cart');
      expect(await countOrders(member)).toBe(1);
    },
    { shopper: member },
  );
});

test('starts with the country and the total of the cart’s estimate', async () => {
  const shopper = createApiVisitor(shop.url);
  await buying(
    async (page) => {
      const { estimate } = await shopper.send<{
        estimate: { breakdown: { total_price: { amount_minor: number } } };
      }>('PATCH', '/cart', { country: 'DE' });
      const total = `$${(estimate.breakdown.total_price.amount_minor / 100).toFixed(2)}`;
      const totalShown = page.locator('#summary-content div').filter({ hasText: /^Estimated total/ });
      await page.goto('/checkout');
      await unfoldSummary(page);
      await totalShown.getByText(total).waitFor();
      await fillContact(page);
      await unfoldSummary(page);
      await totalShown.getByText(total).waitFor();
      expect(await page.getByLabel('Country').inputValue()).toBe('DE');
      await page.getByLabel('Country').selectOption('US');
      await fillDelivery(page);
      await page.getByRole('link', { name: 'Back to cart' }).click();
      await page.getByText('Delivery to United States').waitFor();
    },
    { shopper },
  );
});

test('when the log-in ends during the checkout, the shopper logs in again and comes back', async () => {
  await buying(
    async (page, context) => {
      await page.goto('/checkout?step=delivery', { waitUntil: 'networkidle' });
      await context.clearCookies();
      await page.getByLabel('City').fill('Springfield');
      await page.keyboard.press('Tab');
      await page.waitForURL('/login?return_to=%2Fcheckout%3Fstep%3Ddelivery');
    },
    { shopper: await createApiMember(shop.url) },
  );
});

test('two tabs that pay for the same cart make one order', async () => {
  const member = await createApiMember(shop.url);
  await buying(
    async (page, context) => {
      await page.goto('/checkout');
      await fillDelivery(page);
      await fillCard(page);
      const other = await context.newPage();
      await other.goto('/checkout?step=review');
      await Promise.all([payButton(page).click(), payButton(other).click()]);
      const ids = await Promise.all([waitForOrder(page), waitForOrder(other)]);
      expect(new Set(ids).size).toBe(1);
      expect(await countOrders(member)).toBe(1);
    },
    { shopper: member },
  );
});

describe('what changed meanwhile', () => {
  test('a price: the page shows both totals and the cause, and asks again', async () => {
    const { product_id, title } = products[1];
    const { parent_asin, price } = await createApiVisitor(shop.url).send<{
      parent_asin: string;
      price: { amount_minor: number };
    }>('GET', `/products/${product_id}`);
    await buying(
      async (page) => {
        await goToReview(page);
        const before = await payButton(page).textContent();
        await importPrice(parent_asin, title, price.amount_minor + 500);
        await payButton(page).click();
        const alert = page.getByRole('alert').filter({ hasText: 'The total was' });
        await alert.waitFor();
        expect(await alert.evaluate((one) => one.contains(document.activeElement))).toBe(true);
        expect(await alert.textContent()).toContain(`${title} costs`);
        await expectAccessible(page);
        expect(await payButton(page).textContent()).not.toBe(before);
        await payButton(page).click();
        await waitForOrder(page);
      },
      { lines: [{ product_id, quantity: 1 }] },
    );
  });

  async function importPrice(parentAsin: string, title: string, priceMinor: number): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'kindred-e2e-price-'));
    const file = join(folder, 'meta.jsonl');
    writeFileSync(file, `${JSON.stringify({ parent_asin: parentAsin, title, price: priceMinor / 100 })}\n`);
    await kindred(['import', 'meta', file], { KINDRED_DATA_DIR: dataDir.path });
    rmSync(folder, { recursive: true });
  }

  test('a sold-out product: the shopper can order the rest', async () => {
    const scarce = await findScarce();
    await buying(
      async (page) => {
        await goToReview(page);
        await buyAll(scarce);
        await payButton(page).click();
        const alert = page.getByRole('alert').filter({ hasText: 'is sold out' });
        await alert.waitFor();
        expect(await payButton(page).count()).toBe(0);
        await page.getByRole('button', { name: 'Remove it and continue' }).click();
        await payButton(page).click();
        await waitForOrder(page);
      },
      {
        lines: [
          { product_id: scarce.product_id, quantity: 1 },
          { product_id: products[0].product_id, quantity: 1 },
        ],
      },
    );
  });

  /** Finds a product that a single order can sell out. */
  async function findScarce(): Promise<{ product_id: number; available: number }> {
    const looker = createApiVisitor(shop.url);
    for (const { product_id } of products.slice(2, 12)) {
      const { items } = await looker.send<Cart>('POST', '/cart/items', { product_id });
      const { available } = items.find(({ product }) => product.product_id === product_id)!;
      if (available < 99) return { product_id, available };
    }
    throw new Error('No product has so little stock.');
  }

  async function buyAll({ product_id, available }: { product_id: number; available: number }): Promise<void> {
    const { placeOrder } = await import('./api-orders.ts');
    await placeOrder(createApiVisitor(shop.url), {
      lines: [{ productId: product_id, quantity: available }],
    });
  }
});

test('a promo code keeps the input of the step, and shows why it was refused', async () => {
  await buying(async (page) => {
    await page.goto('/checkout');
    await fillContact(page);
    expect(await page.getByLabel('Promo code').isVisible()).toBe(false);
    await page.getByLabel('Full name').fill('Ada Öberg');
    await page.getByLabel('City').fill('Port');
    await unfoldSummary(page);
    await page.getByText('Add a promo code').click();
    const code = page.getByRole('textbox', { name: 'Promo code' });
    const hasFocus = () => code.evaluate((field) => field === document.activeElement);
    await code.fill('NOSUCHCODE');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('We do not know this code.').first().waitFor();
    await expect.poll(hasFocus).toBe(true);
    await page.getByRole('status').filter({ hasText: 'We do not know this code.' }).waitFor();
    expect(await page.getByLabel('Full name').inputValue()).toBe('Ada Öberg');
    await code.fill('WELCOME10');
    await code.press('Enter');
    await page.getByRole('button', { name: 'Remove promo code WELCOME10' }).waitFor();
    expect(await hasFocus()).toBe(true);
    expect(await code.inputValue()).toBe('');
    expect(await page.getByLabel('City').inputValue()).toBe('Port');
    await page.reload();
    expect(await page.getByLabel('Full name').inputValue()).toBe('Ada Öberg');
    expect(await page.getByLabel('City').inputValue()).toBe('Port');
    await page.getByRole('link', { name: 'Edit contact' }).click();
    await page.getByLabel('Email').waitFor();
    await page.goBack();
    await page.getByLabel('City').waitFor();
    expect(await page.getByLabel('City').inputValue()).toBe('Port');
  });
});

test('a lost connection loses no input', async () => {
  const context = await browser.newContext({ baseURL: shop.url, ...desk });
  const shopper = createApiVisitor(shop.url);
  await shopper.send('POST', '/cart/items', someLine());
  await shopper.lendTo(context);
  const page = await context.newPage();
  await page.goto('/checkout');
  await fillContact(page);
  await page.waitForLoadState('networkidle');
  await page.route('**/*', (route) => route.abort());
  const failed = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
  await page.getByLabel('Full name').fill('Ada Öberg');
  await page.getByLabel('City').fill('Port');
  await failed;
  await fillAddress(page);
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await page.getByRole('alert').filter({ hasText: 'We could not reach the shop' }).waitFor();
  expect(await page.getByLabel('City').inputValue()).toBe(testAddress.city);
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await fillCard(page);
  await page.route('**/*', (route) => route.abort());
  await payButton(page).click();
  await page.getByText('You will be charged only once.').waitFor();
  await page.unrouteAll();
  await payButton(page).click();
  await waitForOrder(page);
  await context.close();
});

test('each error appears at its field in plain words, and no input is lost', async () => {
  await buying(async (page) => {
    await page.goto('/checkout');
    await page.getByRole('button', { name: 'Continue to delivery' }).click();
    await page.getByRole('alert').filter({ hasText: 'Enter your email address' }).waitFor();
    await page.getByRole('link', { name: 'Enter your email address' }).click();
    expect(await page.getByLabel('Email').evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.type('ada.example.com');
    await page.keyboard.press('Tab');
    await page.locator('#email-error', { hasText: 'has no @' }).waitFor();
    await page.getByLabel('Email').fill('ada@example.com');
    // The error disappears when the focus leaves the field; the button does not move.
    await page.getByRole('button', { name: 'Continue to delivery' }).click();
    await page.getByLabel('Full name').waitFor();
    await fillDelivery(page);
    await page.getByLabel('Card number').fill('424242424242424');
    await page.getByLabel('Expiry').fill('04/20');
    await page.getByLabel('Security code').fill('12');
    await page.getByRole('button', { name: 'Review order' }).click();
    for (const text of [
      'The card number is one digit short',
      'The expiry date has passed: please use another card',
      'The security code is one digit short',
    ])
      await page.getByRole('link', { name: text }).waitFor();
    expect(await page.getByLabel('Card number').inputValue()).toBe('4242 4242 4242 424');
    await expectAccessible(page);
  });
});

test('the whole checkout works without JavaScript', async () => {
  await buying(
    async (page) => {
      await page.goto('/checkout');
      await page.getByLabel('Email').fill('ada@');
      await page.getByRole('button', { name: 'Continue to delivery' }).click();
      await page.getByText('Enter an email address like name@example.com').first().waitFor();
      expect(await page.getByLabel('Email').inputValue()).toBe('ada@');
      await fillContact(page);
      await page.getByLabel('Full name').fill('Ada Öberg');
      await page.getByText('Add a promo code').click();
      await page.getByLabel('Promo code').fill('WELCOME10');
      await page.getByRole('button', { name: 'Apply' }).click();
      await page.getByRole('button', { name: 'Remove promo code WELCOME10' }).waitFor();
      expect(await page.getByLabel('Full name').inputValue()).toBe('Ada Öberg');
      await fillAddress(page);
      await page.getByRole('button', { name: 'Continue to payment' }).click();
      await page.getByLabel('Card number').fill('4242 4242 4242 424');
      await page.getByRole('button', { name: 'Review order' }).click();
      await page.getByText('The card number is one digit short').first().waitFor();
      expect(await page.getByLabel('Card number').inputValue()).toBe('4242 4242 4242 424');
      await fillCard(page, cards.asks);
      await payButton(page).click();
      await page.getByRole('button', { name: 'Yes, pay' }).click();
      await waitForOrder(page);
    },
    { javaScriptEnabled: false },
  );
});

test('with every request delayed by two seconds, nothing is paid twice and no total jumps', async () => {
  const member = await createApiMember(shop.url);
  await buying(
    async (page, context) => {
      await page.goto('/checkout');
      await fillDelivery(page);
      await fillCard(page);
      const total = page.locator('#summary-content dd').last();
      const shown = await total.textContent();
      await context.route('**/*', async (route) => {
        await delay(2_000);
        await route.continue().catch(() => undefined);
      });
      const pay = payButton(page);
      await pay.dblclick();
      await page
        .getByText('Processing your payment. Please keep this page open.')
        .waitFor({ timeout: 1_000 });
      expect(await pay.isDisabled()).toBe(true);
      expect(await total.textContent()).toBe(shown);
      await waitForOrder(page);
      await context.unrouteAll({ behavior: 'ignoreErrors' });
      expect(await countOrders(member)).toBe(1);
    },
    { shopper: member },
  );
});

test('an empty cart leads from the checkout to the cart', async () => {
  await visit(browser, { baseURL: shop.url }, async (page) => {
    await page.goto('/checkout');
    expect(new URL(page.url()).pathname).toBe('/cart');
  });
});

test.skipIf(!canRunRedis)('a shopper can buy when Redis stops and search is unreachable', async () => {
  await buying(async (page) => {
    await page.goto('/checkout');
    await fillContact(page);
    await redis!.kill();
    await fillDelivery(page);
    await fillCard(page);
    await payButton(page).click();
    await waitForOrder(page);
  });
});
