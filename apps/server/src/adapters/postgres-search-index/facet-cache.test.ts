import { expect, test } from 'vitest';
import type { SearchRequest } from '../../ports/search-index.ts';
import { CatalogColumns, type CatalogRow } from '../catalog-in-memory/catalog-columns.ts';
import { createCategoryTree } from '../catalog-in-memory/category-tree.ts';
import { createFacetCache } from './facet-cache.ts';

const row = (productId: number, priceMinor: number): CatalogRow => ({
  productId,
  itemId: productId,
  categoryId: null,
  attributes: { brand: ['A'] },
  priceMinor,
  currency: 'USD',
  percentOff: 0,
  averageRating: null,
  ratingCount: 0,
  bayesianRating: 3,
  day: null,
  isInStock: true,
  documentVersion: 1,
});

const list = (sort: SearchRequest['sort'], filters = {}) => ({
  filters,
  sort,
  limit: 24,
  facets: { attributes: ['brand'] },
});

test('a list counts its facets once for all sorts and pages, until a product changes', () => {
  const columns = new CatalogColumns();
  for (const id of [1, 2]) columns.put(row(id, id * 100));
  const catalog = { columns, tree: createCategoryTree([]), synonyms: [], synonymsVersion: 0 };
  const { answerList } = createFacetCache();
  const first = answerList(catalog, list('price-asc'));
  expect(first.facets?.price).toMatchObject({ minMinor: 100, maxMinor: 200, currency: 'USD' });
  const second = answerList(catalog, list('price-desc'));
  expect(second.facets).toBe(first.facets);
  expect(second.productIds).toEqual(first.productIds.toReversed());
  expect(answerList(catalog, list('price-asc', { priceMin: 150 })).facets?.inStock).toBe(1);

  columns.put(row(2, 300));
  expect(answerList(catalog, list('price-asc')).facets?.price.maxMinor).toBe(300);
  columns.remove(2);
  expect(answerList(catalog, list('price-asc')).facets?.inStock).toBe(1);
});
