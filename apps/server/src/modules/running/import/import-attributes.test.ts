/** @file A catalogue with attributes of its own, from its file to the filters of the API, with declarations only. */
import type { Product, ProductList } from '@kindred/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createParserInProcess, toPandasCsv, writeFile } from '../../../testing/import/import-fixtures.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { declareAttribute, dropAttribute } from '../../catalogue/attributes/index.ts';
import { importMeta } from './index.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
});
afterAll(() => shop.close());

const boots = [
  {
    parent_asin: 'BOOT1',
    title: 'Boot',
    size: 'M',
    heel: '3 cm',
    details: { Sole: 'Rubber', Lining: 'Wool' },
  },
  { parent_asin: 'BOOT2', title: 'Boot', size: ['L', 'XL'], heel: '3 cm', details: { Sole: 'Leather' } },
  { parent_asin: 'BOOT3', title: 'Boot', size: '2XL', heel: '', details: { Sole: 'Rubber' }, vegan: 'yes' },
].map((row) => ({ ...row, main_category: 'Boots', price: 90, stock: 3 }));

const declared = [
  { code: 'size', label: 'Size', kind: 'size', sources: ['size'] },
  { code: 'heel', label: 'Heel height', kind: 'text', sources: ['heel', 'details.Heel'] },
  { code: 'sole', label: 'Sole', kind: 'text', sources: ['details.Sole'] },
  { code: 'lining', label: 'Lining', kind: 'text', sources: ['details.Lining'] },
  { code: 'vegan', label: 'Vegan', kind: 'text', sources: ['vegan'] },
] as const;

const importRows = (rows: Record<string, unknown>[], name = 'boots.jsonl') =>
  importMeta({
    pool: shop.db.pool,
    rejectsDir: shop.dataDir,
    createParser: createParserInProcess,
    files: [writeFile(shop.dataDir, name, name.endsWith('.csv') ? toPandasCsv(rows) : rows)],
  });

const find = (query: string) => shop.get<ProductList>(`/api/v1/products?category=boots${query}`);
const asinsOf = ({ items }: ProductList) => items.map(({ parent_asin }) => parent_asin).sort();
const facetsOf = ({ facets }: ProductList) =>
  facets.attributes.map(({ label, values }) => [label, values.map(({ value, count }) => [value, count])]);

describe('a catalogue with five attributes of its own', () => {
  beforeAll(async () => {
    for (const attribute of declared) await declareAttribute(shop.db, { ...attribute, isFacet: true });
    const { files, rejected } = await importRows(boots);
    expect(rejected).toBe(0);
    expect(files[0]!.columns.read).toContainEqual({ column: 'heel', as: 'heel' });
    await shop.services.searchIndex.refresh();
  });

  test('counts each in a facet, sizes from the smallest', async () => {
    expect(facetsOf(await find(''))).toEqual([
      [
        'Size',
        [
          ['M', 1],
          ['L', 1],
          ['XL', 1],
          ['2XL', 1],
        ],
      ],
      ['Heel height', [['3 cm', 2]]],
      [
        'Sole',
        [
          ['Rubber', 2],
          ['Leather', 1],
        ],
      ],
      ['Lining', [['Wool', 1]]],
      ['Vegan', [['yes', 1]]],
    ]);
  });

  test('values of one attribute are alternatives; several attributes must all match', async () => {
    expect(asinsOf(await find('&attribute=size:XL&attribute=size:2XL'))).toEqual(['BOOT2', 'BOOT3']);
    const rubber = await find('&attribute=size:XL&attribute=size:2XL&attribute=sole:Rubber');
    expect(asinsOf(rubber)).toEqual(['BOOT3']);
    // Each facet counts under the other filters.
    expect(facetsOf(rubber)).toContainEqual([
      'Sole',
      [
        ['Leather', 1],
        ['Rubber', 1],
      ],
    ]);
  });

  test('shows a product’s own values', async () => {
    const { items } = await find('&attribute=lining:Wool');
    const { attributes } = await shop.get<Product>(`/api/v1/products/${items[0]!.product_id}`);
    expect(attributes.map(({ code, values }) => [code, values])).toEqual([
      ['size', ['M']],
      ['heel', ['3 cm']],
      ['sole', ['Rubber']],
      ['lining', ['Wool']],
    ]);
  });

  test('rejects an undeclared attribute and names it', async () => {
    const response = await shop.app.inject('/api/v1/products?attribute=colour:Red');
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({
      code: 'attribute-not-found',
      detail: expect.stringContaining('colour'),
    });
  });

  test('keeps values for which a file has no column, and clears values that the file leaves empty', async () => {
    await importRows([{ parent_asin: 'BOOT1', title: 'Boot', heel: '' }], 'heels.csv');
    const { items } = await find('&attribute=size:M');
    const { attributes } = await shop.get<Product>(`/api/v1/products/${items[0]!.product_id}`);
    expect(attributes.map(({ code }) => code)).toEqual(['size', 'sole', 'lining']);
  });

  test('fills an attribute that is declared later from the details, and deletes one that is removed', async () => {
    expect(await dropAttribute(shop.db, 'sole')).toBe(3);
    await shop.services.searchIndex.refresh();
    expect(facetsOf(await find('')).map(([label]) => label)).not.toContain('Sole');
    const later = { code: 'outsole', label: 'Outsole', kind: 'text', sources: ['details.Sole'] } as const;
    expect(await declareAttribute(shop.db, { ...later, isFacet: false })).toEqual({
      outcome: 'added',
      filled: 3,
    });
    const { items } = await find('&attribute=vegan:yes');
    const { attributes } = await shop.get<Product>(`/api/v1/products/${items[0]!.product_id}`);
    expect(attributes.at(-1)).toEqual({
      code: 'outsole',
      label: 'Outsole',
      kind: 'text',
      values: ['Rubber'],
    });
  });

  test.each([
    [{ code: 'Heel' }, /code .* “Heel”/],
    [{ label: ' ' }, /label of heel/],
    [{ sources: [] }, /heel must name 1 to 20 sources/],
    [{ sources: ['details.'] }, /heel must name 1 to 20 sources/],
  ])('rejects a declaration with %j', async (change, said) => {
    const attribute = {
      code: 'heel',
      label: 'Heel',
      kind: 'text',
      sources: ['heel'],
      isFacet: true,
      ...change,
    } as const;
    await expect(declareAttribute(shop.db, attribute)).rejects.toThrow(said);
  });
});
