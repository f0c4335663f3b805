/** @file An order after it is placed, in a real browser: followed to its delivery, cancelled, returned, found again. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { type PlacedOrder, placeOrder, productsForSale } from './api-orders.ts';
import { type ApiVisitor, createApiMember, createApiMerchant, createApiVisitor } from './api-visitor.ts';
import { expectAccessible } from './axe.ts';
import { openDemoShop } from './open-demo-shop.ts';

const shop = openDemoShop();
const { visit } = shop;
let merchant: ApiVisitor;
let lamp: { product_id: number; title: string };
let vase: { product_id: number; title: string };

beforeAll(async () => {
  merchant = await createApiMerchant(shop.url, { KINDRED_DATA_DIR: shop.dataDir });
  [lamp, vase] = await plentifulProducts();
});

/** Returns two products with enough stock for all tests. */
async function plentifulProducts() {
  const visitor = createApiVisitor(shop.url);
  const found = [];
  for (const product of await productsForSale(visitor, { count: 40 })) {
    const { items } = await visitor.send<{ items: { product: { product_id: number }; available: number }[] }>(
      'POST',
      '/cart/items',
      { product_id: product.product_id },
    );
    const { available } = items.find((item) => item.product.product_id === product.product_id)!;
    if (available >= 40) found.push(product);
    if (found.length === 2) break;
  }
  return found;
}

const phone = { width: 360, height: 780 };
function buy(email?: string): Promise<PlacedOrder> {
  const lines = [{ productId: lamp.product_id, quantity: 2 }, { productId: vase.product_id }];
  return placeOrder(createApiVisitor(shop.url), { lines, ...(email !== undefined && { email }) });
}

const pageOf = ({ orderId, access }: PlacedOrder, more = '') => `/orders/${orderId}?access=${access}${more}`;
const tell = <Body = unknown>(order: PlacedOrder, what: string, body: object = {}) =>
  merchant.send<Body>('POST', `/admin/orders/${order.orderId}/${what}`, body);

async function deliver(order: PlacedOrder): Promise<void> {
  await tell(order, 'ship');
  await merchant.send('POST', `/admin/orders/${order.orderId}/deliver`);
}

/** The part that screen readers read when it changes. */
const status = (page: Page) => page.locator('main').getByRole('status');

test('an order’s page follows two parcels to their delivery, without a reload', async () => {
  const order = await buy('ada@shop.example');
  await visit(
    async (page) => {
      await page.goto(pageOf(order, '&placed=1'));
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Thank you for your order');
      await expect.poll(() => page.locator('main').textContent()).toContain(order.orderNumber);
      expect(await page.locator('main header').first().textContent()).toContain('ada@shop.example');
      expect(await status(page).textContent()).toMatch(/Paid\. We are packing it\..*It should arrive .*\d/);
      await page.getByRole('link', { name: 'Track order' }).click();
      await page.getByRole('heading', { level: 1, name: `Order ${order.orderNumber}` }).waitFor();
      await page.evaluate(() => Object.assign(window, { isSamePage: true }));

      const parcel = await tell<{ shipments: { shipment_id: string }[] }>(order, 'shipments', {
        lines: [{ product_id: lamp.product_id, quantity: 1 }],
        carrier: 'DHL',
        tracking_number: 'P 4711',
      });
      await status(page).getByText('Part of it is on its way. We are packing the rest.').waitFor();
      await page.getByText('P 4711').waitFor();
      await page.getByText(/^Not shipped yet: 1 × .+, 1 × .+\.$/).waitFor();

      await tell(order, 'shipments', { all: true, carrier: 'UPS' });
      await status(page).getByText('On its way.', { exact: true }).waitFor();
      await page.getByRole('heading', { name: 'Parcel 2 · UPS' }).waitFor();
      await merchant.send(
        'POST',
        `/admin/orders/${order.orderId}/shipments/${parcel.shipments[0].shipment_id}/deliver`,
      );
      await status(page).getByText('Part of it was delivered, and the rest is on its way.').waitFor();
      await page.getByText('1 of 2 parcels').waitFor();
      await merchant.send('POST', `/admin/orders/${order.orderId}/deliver`);
      await status(page).getByText('Delivered. We hope you like it.').waitFor();
      expect(
        await page.getByRole('list', { name: 'Steps' }).getByRole('listitem').last().textContent(),
      ).toMatch(/^Delivered: done.* UTC$/);
      expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
      await expectAccessible(page);
    },
    { viewport: phone },
  );
});

test('can be cancelled by keyboard, after a confirmation', async () => {
  const order = await buy();
  await visit(async (page) => {
    await page.goto(pageOf(order));
    await page.waitForLoadState('networkidle');
    await page.getByRole('link', { name: 'Cancel order' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Cancel this order?' });
    await dialog.waitFor();
    await expectAccessible(page, { within: 'dialog' });
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Cancel order');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Yes, cancel it' }).focus();
    await page.keyboard.press('Enter');
    await status(page)
      .getByText(/^You cancelled it\./)
      .waitFor();
    await page.getByText('Your order is cancelled.').waitFor();
    await status(page).getByText('We have refunded what you paid.').waitFor();
    expect(await page.getByRole('link', { name: 'Cancel order' }).count()).toBe(0);
  });
});

test('a return is requested, approved, received and refunded', async () => {
  const order = await buy();
  await deliver(order);
  await visit(
    async (page) => {
      await page.goto(pageOf(order));
      await page.getByRole('link', { name: `Return ${vase.title}` }).click();
      await page.getByRole('heading', { level: 1, name: 'Return items' }).waitFor();
      await page.getByRole('button', { name: 'Request return' }).click();
      const summary = page.getByRole('alert').filter({ hasText: 'One thing needs your attention' });
      await summary.getByRole('link', { name: 'Choose a reason' }).click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('reason');
      await expectAccessible(page);
      await page.getByLabel('Reason').selectOption('damaged');
      await page.getByLabel('Anything else we should know').fill('A crack from top to bottom.');
      await page.getByRole('button', { name: 'Request return' }).dblclick();
      await page.getByRole('heading', { name: 'We are reviewing your request' }).waitFor();

      const { returns } = await merchant.send<{ returns: { return_id: string }[] }>(
        'GET',
        `/orders/${order.orderId}`,
      );
      expect(returns).toHaveLength(1);
      const path = `returns/${returns[0].return_id}`;
      await tell(order, `${path}/approve`, { answer: 'Send it to Hall 3.' });
      await page.getByRole('heading', { name: 'Approved: you can send it back' }).waitFor();
      await page.getByText('Send it to Hall 3.').waitFor();
      await expectAccessible(page);
      await tell(order, `${path}/receive`, { restock: true });
      await page.getByRole('heading', { name: 'We received your return' }).waitFor();
      await page.getByText('Refunded', { exact: true }).waitFor();
      expect(await page.getByRole('link', { name: `Return ${vase.title}` }).count()).toBe(0);
    },
    { viewport: phone },
  );
});

test('a refused return request can be corrected and sent', async () => {
  const order = await buy();
  await deliver(order);
  await visit(async (page) => {
    await page.goto(`/orders/${order.orderId}/return?access=${order.access}`);
    const ofLamp = page.getByRole('listitem').filter({ hasText: lamp.title }).getByLabel('Quantity');
    await ofLamp.selectOption('2');
    await page.getByLabel('Reason').selectOption('damaged');
    // On another device the shopper first requests one of the two.
    await createApiVisitor(shop.url).send('POST', `/orders/${order.orderId}/returns?access=${order.access}`, {
      lines: [{ product_id: lamp.product_id, quantity: 1 }],
      reason: 'damaged',
    });
    await page.getByRole('button', { name: 'Request return' }).click();
    await page.getByRole('alert').filter({ hasText: '1 can be returned.' }).waitFor();
    await ofLamp.selectOption('1');
    await page.getByRole('button', { name: 'Request return' }).click();
    await page.getByText('We have your request.').waitFor();
  });
});

test('a link opens the order for its holder, and for no other visitor', async () => {
  const order = await buy();
  const answer = await fetch(shop.url + pageOf(order));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('private, no-store');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  const html = await answer.text();
  const outgoing = [...html.matchAll(/<a [^>]*href="([^"]*access=[^"]*)"/g)].map(([, href]) => href);
  expect(outgoing.every((href) => /^\/(api\/v1\/)?orders\//.test(href))).toBe(true);
  for (const path of [
    `/orders/${order.orderId}`,
    `/orders/${order.orderId}?access=abc`,
    '/orders/nonsense',
  ]) {
    const refused = await fetch(shop.url + path);
    expect(refused.status, path).toBe(404);
    const text = await refused.text();
    expect(text).toContain('We cannot show this order');
    expect(text).not.toContain(order.orderNumber);
  }
  const context = await shop.browser.newContext({ baseURL: shop.url });
  const page = await context.newPage();
  await page.goto(`/orders/${order.orderId}`);
  await page.getByRole('link', { name: 'Find your order' }).click();
  await page.getByRole('heading', { level: 1, name: 'Find your order' }).waitFor();
  await context.close();
});

test('an order is found by its number and email address together, and not otherwise', async () => {
  const order = await buy('find.me@shop.example');
  const context = await shop.browser.newContext({ baseURL: shop.url });
  const page = await context.newPage();
  await page.goto('/orders/find');
  await page.getByLabel('Order number').fill(order.orderNumber.toLowerCase());
  await page.getByLabel('Email', { exact: true }).first().fill('somebody@shop.example');
  await page.getByRole('button', { name: 'Find order' }).click();
  await page
    .getByRole('alert')
    .filter({ hasText: 'We found no order with this number and email address' })
    .waitFor();
  expect(await page.getByLabel('Order number').inputValue()).toBe(order.orderNumber.toLowerCase());
  await page.getByLabel('Email', { exact: true }).first().fill('find.me@shop.example');
  await page.getByRole('button', { name: 'Find order' }).click();
  await page.getByRole('heading', { level: 1, name: `Order ${order.orderNumber}` }).waitFor();
  await context.close();
});

test('has an invoice, prints on one page and can be bought again', async () => {
  const order = await buy();
  await visit(async (page) => {
    await page.goto(pageOf(order));
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Invoice (PDF)' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^invoice-\d{4}-\d{6}\.pdf$/);
    expect(
      readFileSync(await file.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const printed = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(printed.match(/\/Type \/Page\b/g)).toHaveLength(1);

    await page.getByRole('button', { name: `Buy again ${lamp.title}` }).click();
    await page.getByText('2 items added to your cart.').waitFor();
    await page.getByRole('link', { name: 'Cart, 2 items' }).waitFor();
    await page.getByRole('button', { name: 'Buy all again' }).click();
    await page.getByText('3 items added to your cart.').waitFor();
    await page.getByRole('link', { name: 'Cart, 5 items' }).waitFor();
  });
});

test('a guest creates an account with only a password, and keeps the cart', async () => {
  const order = await buy();
  await visit(async (page) => {
    await page.goto(pageOf(order, '&placed=1'));
    await page.getByRole('button', { name: `Buy again ${vase.title}` }).click();
    await page.getByRole('link', { name: 'Cart, 1 item' }).waitFor();
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('alert').filter({ hasText: 'One thing needs your attention' }).waitFor();
    await page.getByLabel('Password', { exact: true }).fill('violet harbour 92 lamps');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('heading', { name: 'Check your inbox' }).waitFor();
    expect(await page.getByRole('link', { name: 'Cart, 1 item' }).count()).toBe(1);
  });
});

test('works without JavaScript: an order is followed by reload, cancelled, returned and bought again', async () => {
  const [cancelled, returned] = [await buy(), await buy()];
  await visit(
    async (page) => {
      await page.goto(pageOf(cancelled));
      await page.getByRole('link', { name: 'Cancel order' }).click();
      await page.getByRole('heading', { level: 1, name: 'Cancel this order?' }).waitFor();
      await page.getByRole('button', { name: 'Yes, cancel it' }).click();
      await status(page)
        .getByText(/^You cancelled it\./)
        .waitFor();

      await page.goto(pageOf(returned));
      await deliver(returned);
      await page.reload();
      await status(page).getByText('Delivered. We hope you like it.').waitFor();
      await page.getByRole('link', { name: 'Return items' }).click();
      await page.getByRole('button', { name: 'Request return' }).click();
      await page.getByRole('link', { name: 'Choose what you want to return' }).waitFor();
      await page.getByLabel('Quantity').first().selectOption('1');
      await page.getByLabel('Reason').selectOption('changed-mind');
      await page.getByRole('button', { name: 'Request return' }).click();
      await page.getByRole('button', { name: 'Withdraw return' }).click();
      await page.getByRole('heading', { name: 'Withdrawn' }).waitFor();
      await page.getByRole('button', { name: 'Buy all again' }).click();
      await page.getByText('3 items added to your cart.').waitFor();
    },
    { javaScriptEnabled: false },
  );
});

test('the orders of an account can be filtered, searched and paged', async () => {
  const member = await createApiMember(shop.url);
  const place = (productId: number) => placeOrder(member, { lines: [{ productId }], email: member.email });
  const first = await place(lamp.product_id);
  await deliver(first);
  for (let count = 0; count < 10; count++) await place(vase.product_id);
  await visit(async (page, context) => {
    await member.lendTo(context);
    await page.goto('/account/orders');
    const cards = page.locator('main').getByRole('heading', { level: 2 });
    await cards.first().waitFor();
    expect(await cards.count()).toBe(10);
    await page.getByRole('link', { name: 'Older orders' }).click();
    await page.getByRole('heading', { name: new RegExp(first.orderNumber) }).waitFor();
    expect(await cards.count()).toBe(1);
    await page.getByRole('link', { name: 'Delivered', exact: true }).click();
    await expect.poll(() => cards.allTextContents()).toHaveLength(1);
    const search = page.getByLabel('Search your orders');
    await search.fill('zzz');
    await search.press('Enter');
    await page.getByRole('heading', { name: 'No orders found' }).waitFor();
    expect(await search.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.getByRole('link', { name: 'Show all orders' }).click();
    await expect.poll(() => cards.allTextContents()).toHaveLength(10);
    expect(await search.inputValue()).toBe('');
    await search.fill(lamp.title.split(' ').slice(0, 3).join(' '));
    await page.locator('main').getByRole('button', { name: 'Search' }).click();
    await expect.poll(() => cards.allTextContents()).toHaveLength(1);
    await cards.getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: `Order ${first.orderNumber}` }).waitFor();
  });
});
