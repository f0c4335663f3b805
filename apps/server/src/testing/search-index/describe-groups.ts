import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchIndexFixture } from '../../ports/search-index.contract.ts';
import type { SearchRequest } from '../../ports/search-index.ts';
import { type ContractProduct, putCategories, putProducts } from './contract-shop.ts';

/** By what the tests call them: of one group are those that begin alike. */
const grouped = {
  kiteRed: {
    title: 'Stunt Kite',
    color: 'Red',
    sizes: ['S'],
    priceMinor: 3_000,
    category: 'toys',
    onHand: 1,
  },
  kiteBlue: { title: 'Stunt Kite', color: 'Blue', sizes: ['L'], priceMinor: 2_000, category: 'toys' },
  kiteDusk: {
    title: 'Stunt Kite Twilight',
    color: 'Black',
    sizes: ['L'],
    priceMinor: 2_000,
    category: 'sport',
    onHand: 4,
  },
  kiteGone: { title: 'Stunt Kite Dawn', color: 'Pink', priceMinor: 100, category: 'sport', isListed: false },
  bowlBig: {
    title: 'Salad Bowl Large',
    color: 'Red',
    priceMinor: 5_000,
    wasMinor: 6_000,
    category: 'kitchen',
    day: '2020-01-01',
  },
  bowlSmall: {
    title: 'Salad Bowl Small',
    color: 'White',
    priceMinor: 1_000,
    wasMinor: 2_000,
    category: 'kitchen',
    day: '2025-01-01',
  },
  alone: {
    title: 'Frisbee',
    color: 'Blue',
    priceMinor: 2_500,
    wasMinor: 3_500,
    category: 'sport',
    onHand: 1,
  },
} satisfies Record<string, ContractProduct>;

type Name = keyof typeof grouped;
const names = Object.keys(grouped) as Name[];

export function describeGroups(open: () => Promise<SearchIndexFixture>): void {
  describe('groups', () => {
    let fixture: SearchIndexFixture;
    let ids: number[];
    const idOf = (name: Name) => ids[names.indexOf(name)]!;

    beforeAll(async () => {
      fixture = await open();
      await putCategories(fixture.db, { toys: 'Toys', sport: 'Sport', kitchen: 'Kitchen' });
      ids = await putProducts(
        fixture.db,
        names.map((name) => ({ ...grouped[name], ...(name !== 'alone' && { group: name.slice(0, 4) }) })),
      );
      await fixture.index.refresh();
    }, 120_000);
    afterAll(() => fixture?.close());

    async function find(request: Partial<SearchRequest> = {}) {
      const facets = { attributes: ['color', 'size'] };
      const page = await fixture.index.search({
        filters: {},
        sort: 'price-asc',
        limit: 100,
        facets,
        ...request,
      });
      const { category, attributes, inStock, deals, price } = page.facets!;
      const counted = (values: typeof category) =>
        Object.fromEntries(values.map(({ value, count }) => [value, count]));
      return {
        names: page.productIds.map((id) => names[ids.indexOf(id)]),
        total: page.total,
        categories: counted(category),
        colors: counted(attributes.color!),
        sizes: counted(attributes.size!),
        inStock,
        deals,
        prices: [price.minMinor, price.maxMinor],
      };
    }
    const namesOf = async (request?: Partial<SearchRequest>) => (await find(request)).names;

    async function change(sql: string, ...names: Name[]): Promise<void> {
      await fixture.db.query(sql, names.map(idOf));
      await fixture.index.refresh();
    }

    test('a group is one in lists, totals and facets', async () => {
      expect(await find()).toEqual({
        // Of the two at 2,000 the one that can be bought.
        names: ['bowlSmall', 'kiteDusk', 'alone'],
        total: 3,
        categories: { toys: 1, sport: 2, kitchen: 1 },
        colors: { Blue: 2, Red: 2, Black: 1, White: 1 },
        sizes: { L: 1, S: 1 },
        inStock: 2,
        deals: 2,
        prices: [1_000, 5_000],
      });
    });

    test('stands where the best of its products stands, which stands for it', async () => {
      expect(await namesOf({ sort: 'price-desc' })).toEqual(['bowlBig', 'kiteRed', 'alone']);
      expect(await namesOf({ sort: 'newest' })).toEqual(['bowlSmall', 'alone', 'kiteRed']);
      expect(await namesOf({ sort: 'price-desc', filters: { priceMax: 2_600 } })).toEqual([
        'alone',
        'kiteDusk',
        'bowlSmall',
      ]);
    });

    test('one of its products passes all filters, or none does', async () => {
      expect(await namesOf({ filters: { attributes: { color: ['Red'], size: ['S'] } } })).toEqual([
        'kiteRed',
      ]);
      const apart = await find({ filters: { attributes: { color: ['Red'], size: ['L'] } } });
      expect(apart).toMatchObject({ names: [], total: 0, colors: { Blue: 1, Black: 1 }, sizes: { S: 1 } });
      expect(await namesOf({ filters: { attributes: { color: ['Blue'] }, inStock: true } })).toEqual([
        'alone',
      ]);
      expect(await namesOf({ filters: { category: 'toys', attributes: { color: ['Black'] } } })).toEqual([]);
    });

    test('the product that passes the filters stands for the group', async () => {
      expect(await namesOf({ filters: { attributes: { color: ['Blue'] } } })).toEqual(['kiteBlue', 'alone']);
      expect(await find({ filters: { category: 'toys' } })).toMatchObject({
        names: ['kiteBlue'],
        colors: { Blue: 1, Red: 1 },
        prices: [2_000, 3_000],
      });
    });

    test('has a reduction when one of its products has, which stands for it', async () => {
      expect(await namesOf({ sort: 'discount' })).toEqual(['bowlSmall', 'alone', 'kiteRed']);
      expect(await find({ filters: { deals: true } })).toMatchObject({
        names: ['bowlSmall', 'alone'],
        total: 2,
        categories: { sport: 1, kitchen: 1 },
        colors: { Blue: 1, Red: 1, White: 1 },
      });
      expect(await namesOf({ filters: { deals: true, attributes: { color: ['Red'] } } })).toEqual([
        'bowlBig',
      ]);
      expect(await find({ filters: { deals: true, category: 'toys' } })).toMatchObject({
        total: 0,
        deals: 0,
      });
    });

    test('a text that one of its products has shows that product, in whatever order', async () => {
      for (const sort of ['relevance', 'price-asc', 'price-desc', 'newest', 'popularity'] as const) {
        const page = await find({ text: 'twilight', sort });
        expect(page, sort).toMatchObject({
          names: ['kiteDusk'],
          total: 1,
          categories: { sport: 1 },
          colors: { Black: 1 },
          inStock: 1,
          prices: [2_000, 2_000],
        });
      }
      expect(await find({ text: 'kite' })).toMatchObject({ total: 1, colors: { Red: 1, Blue: 1, Black: 1 } });
    });

    test('what the text has of one product and a filter of another is not found', async () => {
      const filters = { attributes: { color: ['Red'] } };
      expect(await find({ text: 'twilight', filters, sort: 'relevance' })).toMatchObject({
        names: [],
        total: 0,
        colors: { Black: 1 },
      });
      expect(await namesOf({ text: 'large bowl', filters: { priceMax: 1_000 } })).not.toContain('bowlBig');
    });

    test('suggests the product that has the words', async () => {
      const suggested = await fixture.index.suggest({ text: 'twil', limit: 10 });
      expect(suggested).toContainEqual({
        kind: 'product',
        text: 'Stunt Kite Twilight',
        productId: idOf('kiteDusk'),
      });
    });

    describe('that change', () => {
      test('one of its products has another price, or none to sell', async () => {
        await change('update products set price_minor = 900 where product_id = $1', 'kiteRed');
        expect(await namesOf()).toEqual(['kiteRed', 'bowlSmall', 'alone']);
        await change('update products set price_minor = 2000 where product_id = $1', 'kiteRed');
        expect(await namesOf()).toEqual(['bowlSmall', 'kiteRed', 'alone']);
        await change('update inventory set reserved = on_hand where product_id = $1', 'kiteRed');
        expect(await find()).toMatchObject({ names: ['bowlSmall', 'kiteDusk', 'alone'], inStock: 2 });
      });

      test('the sale of one of its products ends, and begins again', async () => {
        await fixture.db.query(
          `update product_sales set ends_at = now() + interval '1 hour' where product_id = $1`,
          [idOf('bowlSmall')],
        );
        await fixture.db.query(`select apply_sales(now() + interval '2 hours', null)`);
        await fixture.index.refresh();
        expect(await find({ sort: 'discount' })).toMatchObject({
          names: ['alone', 'bowlBig', 'kiteDusk'],
          deals: 2,
        });
        await fixture.db.query(
          `insert into product_sales (product_id, price_minor, currency, starts_at) values ($1, 1000, 'USD', now())`,
          [idOf('bowlSmall')],
        );
        await fixture.db.query(`update price_history set price_minor = 2000 where product_id = $1`, [
          idOf('bowlSmall'),
        ]);
        await fixture.db.query(`select apply_sales(now() + interval '3 hours', null)`);
        await fixture.index.refresh();
        expect(await namesOf({ sort: 'discount' })).toEqual(['bowlSmall', 'alone', 'kiteDusk']);
      });

      test('its first product is no longer listed, and is again', async () => {
        await change('update products set is_listed = false where product_id = $1', 'kiteRed');
        expect(await find()).toMatchObject({ total: 3, colors: { Blue: 2, Red: 1 }, sizes: { L: 1 } });
        await change('update products set is_listed = true where product_id = $1', 'kiteRed');
        expect(await find()).toMatchObject({ total: 3, colors: { Blue: 2, Red: 2 }, sizes: { L: 1, S: 1 } });
      });

      test('a product leaves, stands alone, and comes back', async () => {
        await change('update products set group_id = null where product_id = $1', 'bowlSmall');
        expect(await namesOf()).toEqual(['bowlSmall', 'kiteDusk', 'alone', 'bowlBig']);
        await change('update products set group_id = $2 where product_id = $1', 'bowlSmall', 'bowlBig');
        expect(await namesOf()).toEqual(['bowlSmall', 'kiteDusk', 'alone']);
      });

      test('a product moves from one into the other', async () => {
        await change('update products set group_id = $2 where product_id = $1', 'bowlSmall', 'kiteRed');
        expect(await find()).toMatchObject({
          names: ['bowlSmall', 'alone', 'bowlBig'],
          total: 3,
          colors: { Blue: 2, Red: 2, Black: 1, White: 1 },
        });
        await change('update products set group_id = $2 where product_id = $1', 'bowlSmall', 'bowlBig');
        expect(await namesOf()).toEqual(['bowlSmall', 'kiteDusk', 'alone']);
      });

      test('what stood alone joins it, with all that it is found by', async () => {
        await change('update products set group_id = $2 where product_id = $1', 'alone', 'kiteRed');
        expect(await find()).toMatchObject({ names: ['bowlSmall', 'kiteDusk'], total: 2, inStock: 1 });
        expect(await namesOf({ text: 'frisbee' })).toEqual(['alone']);
        await change('update products set group_id = null where product_id = $1', 'alone');
        expect(await find()).toMatchObject({ total: 3, inStock: 2 });
      });

      test('one of its products is deleted, then all are unlisted', async () => {
        await change('delete from inventory where product_id = $1', 'kiteDusk');
        await change('delete from products where product_id = $1', 'kiteDusk');
        expect(await find()).toMatchObject({ total: 3, inStock: 1, categories: { toys: 1, sport: 1 } });
        expect(await namesOf({ text: 'twilight' })).not.toContain('kiteRed');
        await change('update products set is_listed = false where group_id = $1', 'kiteRed');
        expect(await find()).toMatchObject({ total: 2, categories: { sport: 1, kitchen: 1 } });
      });
    });
  });
}
