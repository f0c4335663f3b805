import { expect, test } from 'vitest';
import { CatalogColumns } from './catalog-columns.ts';
import type { Catalog } from './catalog-follower.ts';
import { createCategoryTree } from './category-tree.ts';
import { createListedProductsReader } from './listed-products.ts';

const category = (categoryId: number, parentId: number | null, name: string) => ({
  categoryId,
  parentId,
  slug: name,
  name,
});
const tree = createCategoryTree([
  category(1, null, 'Kitchen'),
  category(2, 1, 'Drinking'),
  category(3, 2, 'Mugs'),
  category(4, 2, 'Glasses'),
  category(5, 1, 'Pans'),
]);

type Row = [id: number, categoryId: number | null, ratingCount: number, itemId?: number];

function catalogOf(products: Row[]): Catalog {
  const columns = new CatalogColumns();
  for (const [productId, categoryId, ratingCount, itemId = productId] of products)
    columns.put({
      productId,
      itemId,
      categoryId,
      ratingCount,
      attributes: productId % 2 === 0 ? { brand: ['Even'] } : {},
      priceMinor: 100,
      currency: 'USD',
      percentOff: 0,
      averageRating: null,
      bayesianRating: 0,
      day: null,
      isInStock: productId < 30,
      documentVersion: 1,
    });
  return { columns, tree, synonyms: [], synonymsVersion: 0 };
}

const readerOf = (catalog: Catalog) =>
  createListedProductsReader({ catalog: async () => catalog, catchUp: async () => catalog });
const read = (catalog: Catalog) => readerOf(catalog).read();

test('lists the products near a product, the most rated first', async () => {
  const products = await read(
    catalogOf([
      [10, 3, 5],
      [11, 3, 50],
      [12, 3, 7],
      [20, 4, 90],
      [21, 4, 1],
      [22, 5, 99],
      [30, null, 3],
    ]),
  );
  expect(products.beside(10, 9)).toEqual([11, 12]);
  expect(products.beside(10, 1)).toEqual([11]);
  expect(products.near(10, 9)).toEqual([20, 21]);
  expect(products.categoryNameOf(10)).toBe('Mugs');
  expect(products.mostRated(3)).toEqual([22, 20, 11]);
  expect(products.find(10)).toEqual({
    itemId: 10,
    productId: 10,
    categoryId: 3,
    brand: 'Even',
    isSold: true,
  });
  expect(products.find(30)).toEqual({
    itemId: 30,
    productId: 30,
    categoryId: null,
    brand: 'Even',
    isSold: false,
  });
  expect(products.find(99)).toBeUndefined();
});

test('finds no neighbours for a category directly below a department, or for a product without a category', async () => {
  const products = await read(
    catalogOf([
      [22, 5, 1],
      [10, 3, 1],
      [30, null, 1],
      [31, null, 1],
    ]),
  );
  expect(products.near(22, 9)).toEqual([]);
  expect(products.near(30, 9)).toEqual([]);
  expect(products.beside(30, 9)).toEqual([]);
  expect(products.categoryNameOf(30)).toBeUndefined();
});

test('leaves out products that left the shop or the category, even though the order is older', async () => {
  const catalog = catalogOf([
    [10, 3, 5],
    [11, 3, 50],
    [12, 3, 7],
  ]);
  const reader = readerOf(catalog);
  expect((await reader.read()).beside(10, 9)).toEqual([11, 12]);
  catalog.columns.remove(11);
  const products = await reader.read();
  expect(products.beside(10, 9)).toEqual([12]);
  expect(products.find(11)).toBeUndefined();
  expect(products.mostRated(9)).toEqual([12, 10]);
});

test('a group is one item and shows its first product in stock', async () => {
  const catalog = catalogOf([
    [30, 3, 50, 30],
    [12, 3, 50, 30],
    [11, 3, 50, 30],
    [10, 3, 70],
    [13, 3, 5],
    [20, 4, 60, 21],
    [22, 4, 60, 21],
  ]);
  const products = await read(catalog);
  expect(products.find(30)).toMatchObject({ itemId: 30, productId: 11, isSold: true });
  expect([30, 12, 11, 10, 99].map(products.itemOf)).toEqual([30, 30, 30, 10, 99]);
  expect(products.productsOf(30).toSorted()).toEqual([11, 12, 30]);
  expect(products.mostRated(9)).toEqual([10, 21, 30, 13]);
  expect(products.beside(10, 9)).toEqual([30, 13]);
  expect(products.beside(30, 9)).toEqual([10, 13]);
  expect(products.near(30, 9)).toEqual([21]);
  expect(products.categoryNameOf(21)).toBe('Glasses');
  // The first product of the group at 21 is not listed.
  expect(products.find(21)).toMatchObject({ productId: 20 });
  expect([products.has(21), products.has(20)]).toEqual([false, true]);
  catalog.columns.remove(20);
  catalog.columns.remove(22);
  expect(products.find(21)).toBeUndefined();
});
