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

function catalogOf(products: [id: number, categoryId: number | null, ratingCount: number][]): Catalog {
  const columns = new CatalogColumns();
  for (const [productId, categoryId, ratingCount] of products)
    columns.put({
      productId,
      itemId: productId,
      categoryId,
      ratingCount,
      attributes: productId % 2 === 0 ? { brand: ['Even'] } : {},
      priceMinor: 100,
      currency: 'USD',
      averageRating: null,
      bayesianRating: 0,
      day: null,
      isInStock: productId < 30,
      documentVersion: 1,
    });
  return { columns, tree, synonyms: [], synonymsVersion: 0 };
}

const read = (catalog: Catalog) => createListedProductsReader({ catalog: async () => catalog }).read();

test('says what stands beside a product, the most rated first', async () => {
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
  expect(products.find(10)).toEqual({ productId: 10, categoryId: 3, brand: 'Even', isSold: true });
  expect(products.find(30)).toEqual({ productId: 30, categoryId: null, brand: 'Even', isSold: false });
  expect(products.find(99)).toBeUndefined();
});

test('nothing is near a category that stands right below a department, or beside what is in none', async () => {
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

test('what has left the shop or its category is nowhere, though the order is an older one', async () => {
  const catalog = catalogOf([
    [10, 3, 5],
    [11, 3, 50],
    [12, 3, 7],
  ]);
  const reader = createListedProductsReader({ catalog: async () => catalog });
  expect((await reader.read()).beside(10, 9)).toEqual([11, 12]);
  catalog.columns.remove(11);
  const products = await reader.read();
  expect(products.beside(10, 9)).toEqual([12]);
  expect(products.find(11)).toBeUndefined();
  expect(products.mostRated(9)).toEqual([12, 10]);
});
