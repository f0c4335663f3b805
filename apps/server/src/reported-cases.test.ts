/** @file Reported inputs that once failed. Their files are outside the sources; the tests are skipped without them. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ListedProduct, Order, Problem, ProductList, Recommendations } from '@kindred/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importMeta } from './modules/running/import/index.ts';
import { createShopper, homeAddress, type Shopper } from './testing/shopper.ts';
import { createTestShop, type TestShop } from './testing/test-shop.ts';

const cases = join(import.meta.dirname, '../../../../shared/cases');
const read = <Case>(name: string): Case => JSON.parse(readFileSync(join(cases, name), 'utf8'));

describe.runIf(existsSync(join(cases, 'README.md')))('reported cases', () => {
  let shop: TestShop;
  let products: readonly ListedProduct[];

  beforeAll(async () => {
    shop = await createTestShop();
    const rejectsDir = mkdtempSync(join(tmpdir(), 'kindred-cases-'));
    await importMeta({
      files: ['01-currency-lowercase.jsonl', '18-search-titles.jsonl'].map((name) => join(cases, name)),
      pool: shop.db.pool,
      rejectsDir,
      currency: 'USD',
    });
    rmSync(rejectsDir, { recursive: true });
    await shop.services.searchIndex.refresh();
    products = (await shop.get<ProductList>('/api/v1/products?in_stock=true&limit=24')).items;
  });
  afterAll(() => shop?.close());

  const asinOf = async (productId: number): Promise<string> => {
    const { rows } = await shop.db.pool.query<{ parent_asin: string }>(
      'select parent_asin from products where product_id = $1',
      [productId],
    );
    return rows[0]!.parent_asin;
  };

  test('01: a currency in lower case gets into no list, and the command line reads it as upper case', async () => {
    const files = [join(cases, '01-currency-lowercase.jsonl')];
    const asTyped = importMeta({ files, pool: shop.db.pool, rejectsDir: tmpdir(), currency: 'usd' });
    await expect(asTyped).rejects.toThrow(/three letters of a currency/);
    const { items } = await shop.get<ProductList>('/api/v1/products?q=lowercase+currency');
    expect(items[0]).toMatchObject({
      title: 'Field lowercase currency',
      price: { amount_minor: 1250, currency: 'USD' },
    });
  });

  describe('18', () => {
    const titles = (wanted: RegExp) => async (list: ProductList) =>
      expect(list.items[0]!.title).toMatch(wanted);
    const product = (asin: string) => async (list: ProductList) =>
      expect(await asinOf(list.items[0]!.product_id)).toBe(asin);
    const expected: Readonly<Record<string, (list: ProductList) => Promise<void>>> = {
      wifi: product('FR18WIFI'),
      pourover: titles(/pour-over/i),
      'ear buds': titles(/earbuds/i),
      'head phones': titles(/headphones/i),
      'sun screen': titles(/sunscreen/i),
      async 'rain coat'({ items, search }) {
        expect(search!.did_you_mean).toBeNull();
        for (const { title } of items) expect(title).not.toMatch(/bottle/i);
      },
      async 'mug vase'({ items, search }) {
        expect(search).toMatchObject({ reading: 'relaxed', did_you_mean: null });
        for (const word of [/mug/i, /vase/i]) expect(items.some(({ title }) => word.test(title))).toBe(true);
      },
      耳机: product('FR18CJK'),
    };

    test('each search of the file finds the expected products', async () => {
      const { cases: searches } = read<{ cases: { q: string }[] }>('18-search-queries.json');
      for (const { q } of searches) {
        const isNumber = /^B0/.test(q);
        const text = isNumber ? await asinOf(products[0]!.product_id) : q;
        const list = await shop.get<ProductList>(`/api/v1/products?${new URLSearchParams({ q: text })}`);
        await (isNumber ? product(text) : expected[q]!)(list);
      }
    });
  });

  describe('19', () => {
    interface CheckoutCases {
      readonly email: readonly { value: string }[];
      readonly country: readonly { value: string }[];
      readonly postal_code: readonly { country: string; value: string }[];
    }
    const at = async (change: object, shopper: Shopper = createShopper(shop.app)) => {
      await shopper.send('POST', '/cart/items', { product_id: products[0]!.product_id, quantity: 1 });
      return shopper.send<Partial<Pick<Problem, 'detail'> & Pick<Order, 'email' | 'shipping_address'>>>(
        'POST',
        '/checkout',
        {
          email: 'guest@example.com',
          shipping_address: homeAddress,
          shipping_method_id: 'standard',
          ...change,
        },
      );
    };
    const taken = async (change: object) => {
      const { status, body } = await at(change);
      if (status === 400) expect(body.detail).not.toMatch(/pattern|\^|\\/);
      return status === 201 ? body : undefined;
    };
    const placed = (address: object) => taken({ shipping_address: { ...homeAddress, ...address } });

    test('emails, countries and postal codes are accepted, or rejected with a message', async () => {
      const { email, country, postal_code } = read<CheckoutCases>('19-checkout-cases.json');
      const emails = await Promise.all(email.map(({ value }) => taken({ email: value })));
      expect(emails.map((one) => one?.email)).toEqual(['guest@example.com', undefined, undefined]);
      const countries = await Promise.all(country.map(({ value }) => placed({ country: value })));
      // The postal code of the address is not British.
      expect(countries.map((one) => one?.shipping_address?.country)).toEqual([undefined, undefined, 'DE']);
      expect(await placed({ country: 'UK', postal_code: 'SW1A 1AA' })).toMatchObject({
        shipping_address: { country: 'GB' },
      });
      const codes = await Promise.all(
        postal_code.map(({ country: code, value }) => placed({ country: code, postal_code: value })),
      );
      expect(codes.map((one) => one !== undefined)).toEqual([false, true, true]);
    });

    test('an order is found by its number in the forms that people type', async () => {
      const shopper = createShopper(shop.app, { email: 'finder@example.com' });
      const checkout = await shopper.fillCheckout([{ productId: products[0]!.product_id, quantity: 1 }]);
      const { body } = await shopper.confirm(checkout);
      const number = body.order!.order_number;
      for (const order_number of [`#${number}`, number.replace('K-', '')]) {
        const found = await shopper.send<{ order: Order }>('POST', '/orders/lookup', {
          order_number,
          email: 'finder@example.com',
        });
        expect(found.body.order.order_number).toBe(number);
      }
    });
  });

  test('20: after a log-out, no products that the member viewed are shown', async () => {
    const { send } = createShopper(shop.app);
    await send('POST', '/auth/login', { ...shop.accounts.shopper, set_cookies: true });
    const viewed = products.slice(0, 4).map(({ product_id }) => product_id);
    const csrf = await send<{ csrf_token: string }>('GET', '/auth/csrf');
    const headers = { 'x-csrf-token': csrf.body.csrf_token };
    const events = viewed.map((product_id) => ({ kind: 'view', product_id }));
    expect((await send('POST', '/events', { events }, headers)).status).toBe(202);
    expect((await send('POST', '/auth/logout', undefined, headers)).status).toBe(204);
    const { body } = await send<Recommendations>('GET', '/recommendations?context=home');
    expect(body.items.length).toBeGreaterThan(0);
    expect(body.items.filter(({ source }) => source === 'session')).toEqual([]);
    expect(JSON.stringify(body)).not.toContain('because-you-viewed');
  });
});
