import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { UnknownCategoryError } from '../../ports/search-index.ts';
import { planted } from './contract-catalogue.ts';
import { putCategories, putProducts } from './contract-shop.ts';
import { openContract, type SearchContract, type SearchIndexFixture } from './open-contract.ts';

export function describeChanges(open: () => Promise<SearchIndexFixture>): void {
  describe('changes', () => {
    let contract: SearchContract;
    let db: SearchContract['db'];
    let idOf: SearchContract['idOf'];

    beforeAll(async () => {
      contract = await openContract(open);
      ({ db, idOf } = contract);
    }, 120_000);
    afterAll(() => contract?.close());

    async function change(sql: string, ...values: unknown[]): Promise<void> {
      await db.query(sql, values);
      await contract.index.refresh();
    }
    const ids = async (...request: Parameters<SearchContract['find']>) =>
      (await contract.find(...request)).productIds;

    test('a price', async () => {
      const id = idOf.periscope;
      await change(`update products set price_minor = 77700, currency = 'USD' where product_id = $1`, id);
      expect(await ids(undefined, { filters: { priceMin: 77_700, priceMax: 77_700 } })).toEqual([id]);
      expect((await ids(undefined, { sort: 'price-desc', limit: 1 }))[0]).toBe(id);
      await change('update products set price_minor = null, currency = null where product_id = $1', id);
      expect(await ids(undefined, { filters: { priceMin: 77_700 } })).toEqual([]);
    });

    test('stock to none, and back', async () => {
      const [id] = await putProducts(db, [{ title: 'Stocktaking Sample', priceMinor: 100, onHand: 2 }]);
      const inStock = () => ids('stocktaking', { filters: { inStock: true } });
      await contract.index.refresh();
      expect(await inStock()).toEqual([id]);
      await change('update inventory set reserved = 2 where product_id = $1', id);
      expect(await inStock()).toEqual([]);
      expect(await ids('stocktaking')).toEqual([id]);
      await change('update inventory set reserved = 1 where product_id = $1', id);
      expect(await inStock()).toEqual([id]);
    });

    test('a rating', async () => {
      await change(
        'update products set meta_average_rating = 5, meta_rating_count = 99999 where product_id = $1',
        idOf.gnome,
      );
      expect((await ids(undefined, { sort: 'popularity', limit: 1 }))[0]).toBe(idOf.gnome);
      expect((await ids(undefined, { sort: 'rating', limit: 1 }))[0]).toBe(idOf.gnome);
    });

    test('a title, with its words and suggestions', async () => {
      await change(`update products set title = 'Mahogany Xylophone' where product_id = $1`, idOf.castIron);
      expect(await ids('griddle')).toEqual([]);
      expect(await ids('xylophone')).toEqual([idOf.castIron]);
      expect(await contract.find('xylophnoe')).toMatchObject({
        correction: 'xylophone',
        productIds: [idOf.castIron],
      });
      const suggested = await contract.index.suggest({ text: 'xyl', limit: 5 });
      expect(suggested[0]).toEqual({ kind: 'query', text: 'xylophone' });
    });

    test('brand and colour, which facets then count', async () => {
      await change(
        `update products set attributes = '{"brand": ["Newcomer"], "color": ["Heliotrope"]}' where product_id = $1`,
        idOf.trellis,
      );
      const { facets } = await contract.find('heliotrope', { facets: { attributes: ['brand', 'color'] } });
      expect(facets?.attributes.brand).toEqual([{ value: 'Newcomer', label: 'Newcomer', count: 1 }]);
      expect(facets?.attributes.color).toEqual([{ value: 'Heliotrope', label: 'Heliotrope', count: 1 }]);
      expect(await ids(undefined, { filters: { attributes: { brand: ['Newcomer'] } } })).toEqual([
        idOf.trellis,
      ]);
    });

    test('listed and no longer', async () => {
      await change('update products set is_listed = true where product_id = $1', idOf.secret);
      expect(await ids('secret')).toEqual([idOf.secret]);
      await change('update products set is_listed = false where product_id = $1', idOf.secret);
      expect((await contract.find('"secret hammock"')).productIds).not.toContain(idOf.secret);
      expect(await ids(undefined, { limit: 500 })).not.toContain(idOf.secret);
    });

    test('a category that is called otherwise, or stands elsewhere', async () => {
      await change(
        `update categories set name = 'Greenhouse', slug = 'garden/greenhouse' where slug = 'garden/orangery'`,
      );
      const page = await contract.find('greenhouse citrus');
      expect(page.productIds[0]).toBe(idOf.lemonTree);
      expect(page.wholeTotal).toBe(1);
      expect(await ids(undefined, { filters: { category: 'garden/greenhouse' }, limit: 500 })).toContain(
        idOf.lemonTree,
      );
      await expect(ids(undefined, { filters: { category: 'garden/orangery' } })).rejects.toThrow(
        UnknownCategoryError,
      );
      const { facets } = await contract.find('citrus', {
        facets: { attributes: ['brand', 'color'] },
        filters: { category: 'garden' },
      });
      expect(facets?.category).toEqual([{ value: 'garden/greenhouse', label: 'Greenhouse', count: 1 }]);
      await change(
        `update categories set parent_id = (select category_id from categories where slug = 'music') where slug = 'garden/greenhouse'`,
      );
      expect(await ids('citrus', { filters: { category: 'music' } })).toEqual([idOf.lemonTree]);
      expect(await ids('citrus', { filters: { category: 'garden' } })).toEqual([]);
    });

    test('a new category and its first product', async () => {
      await putCategories(db, { brandnew: 'Observatory' });
      await contract.index.refresh();
      expect((await contract.find(undefined, { filters: { category: 'brandnew' } })).total).toBe(0);
      const [id] = await putProducts(db, [{ title: 'Sextant', category: 'brandnew' }]);
      await contract.index.refresh();
      expect(await ids(undefined, { filters: { category: 'brandnew' } })).toEqual([id]);
    });

    test('new synonyms', async () => {
      await change(`insert into search_synonyms (words) values ('{armchair,fauteuil}')`);
      expect(await ids('fauteuil')).toEqual([idOf.armchair]);
      await change(`delete from search_synonyms where 'fauteuil' = any (words)`);
      expect((await contract.find('fauteuil')).productIds).not.toContain(idOf.armchair);
    });

    test('synonyms that another node has changed, before anybody asks to look', async () => {
      async function find(name: keyof typeof planted) {
        const { title } = planted[name];
        const { productIds, highlight } = await contract.find('bergere');
        const shown = highlight(idOf[name], title).map(({ start, end }) => title.slice(start, end));
        return { productIds, shown };
      }
      expect((await find('armchair')).productIds).toEqual([]);
      // No product has these plurals; they are found with the words of the group.
      await db.query(`insert into search_synonyms (words) values ('{bergere,armchairs}')`);
      await vi.waitFor(
        async () =>
          expect(await find('armchair')).toEqual({ productIds: [idOf.armchair], shown: ['Armchair'] }),
        5_000,
      );
      await db.query(`update search_synonyms set words = '{bergere,hammocks}' where 'bergere' = any (words)`);
      await vi.waitFor(
        async () => expect(await find('hammock')).toEqual({ productIds: [idOf.hammock], shown: ['Hammock'] }),
        5_000,
      );
      await db.query(`delete from search_synonyms where 'bergere' = any (words)`);
      await vi.waitFor(async () => expect((await find('hammock')).productIds).toEqual([]), 5_000);
    });

    test('a product that is gone', async () => {
      const [id] = await putProducts(db, [{ title: 'Vanishing Cabinet' }]);
      await contract.index.refresh();
      expect(await ids('vanishing cabinet')).toEqual([id]);
      await change('delete from products where product_id = $1', id);
      expect((await contract.find('vanishing cabinet')).productIds).not.toContain(id);
    });

    test('many at once, and nothing that was rolled back', async () => {
      const before = (await contract.find('zeppelin')).total;
      await putProducts(
        db,
        Array.from({ length: 250 }, (_, index) => ({ title: `Zeppelin ${index}`, priceMinor: index })),
      );
      await db.query(`do $$ begin
        begin
          insert into products (parent_asin, title) values ('ROLLEDBACK', 'Zeppelin that never was');
          raise exception 'no';
        exception when raise_exception then null; end;
      end $$`);
      await contract.index.refresh();
      expect((await contract.find('zeppelin')).total - before).toBe(250);
    });
  });
}
