/** @file A simple implementation of filters, facets and sorts, with which the answers of an index are compared. */

import { colorFamilyCode } from '../../ports/color-family.ts';
import { priceBorders } from '../../ports/price-borders.ts';
import { noDay, noPrice } from '../../ports/search-cursor.ts';
import type { SearchFacets, SearchFacetValue, SearchFilters, SearchSort } from '../../ports/search-index.ts';
import type { ShopRow } from './contract-shop.ts';

type FilterName = 'category' | 'price' | 'rating' | 'stock' | 'deals' | `attribute ${string}`;

export const attributeNames = ['brand', 'color', 'size', colorFamilyCode] as const;

export interface CategoryName {
  readonly slug: string;
  readonly name: string;
}

const isBelow = (slug: string | null, above: string): boolean =>
  slug === above || (slug?.startsWith(`${above}/`) ?? false);

/** The number of items. */
export const countItems = (rows: readonly ShopRow[]): number =>
  new Set(rows.map(({ item_id }) => item_id)).size;

const isInStock = (row: ShopRow): boolean => row.price_minor !== null && row.available > 0;

function passes(row: ShopRow, filters: SearchFilters, name: FilterName): boolean {
  switch (name) {
    case 'category':
      return filters.category === undefined || isBelow(row.slug, filters.category);
    case 'price':
      if (filters.priceMin === undefined && filters.priceMax === undefined) return true;
      return (
        row.price_minor !== null &&
        row.price_minor >= (filters.priceMin ?? 0) &&
        row.price_minor <= (filters.priceMax ?? Number.POSITIVE_INFINITY)
      );
    case 'rating':
      return filters.ratingMin === undefined || (row.average_rating ?? 0) >= filters.ratingMin;
    case 'stock':
      return !filters.inStock || isInStock(row);
    case 'deals':
      return !filters.deals || row.percent_off > 0;
    default: {
      const code = name.slice('attribute '.length);
      const wanted = filters.attributes?.[code] ?? [];
      return wanted.length === 0 || wanted.some((value) => row.attributes[code]?.includes(value));
    }
  }
}

const namesOf = ({ attributes = {} }: SearchFilters): FilterName[] => [
  ...(['category', 'price', 'rating', 'stock', 'deals'] as const),
  ...Object.keys(attributes).map((code): FilterName => `attribute ${code}`),
];

/** The products that match all filters, or all except one. */
export function filterByHand(
  rows: readonly ShopRow[],
  filters: SearchFilters,
  allBut?: FilterName,
): ShopRow[] {
  const names = namesOf(filters);
  return rows.filter((row) => names.every((name) => name === allBut || passes(row, filters, name)));
}

export function facetsByHand(
  rows: readonly ShopRow[],
  filters: SearchFilters,
  categories: readonly CategoryName[],
): SearchFacets {
  const under = (name: FilterName) => filterByHand(rows, filters, name);
  const frequent = (code: string): SearchFacetValue[] => {
    const items = new Map<string, Set<number>>();
    for (const row of under(`attribute ${code}`))
      for (const value of row.attributes[code] ?? [])
        items.set(value, (items.get(value) ?? new Set()).add(row.item_id));
    return [...items]
      .map(([value, { size: count }]) => ({ value, label: value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, 30);
  };
  const parent = filters.category;
  const priced = under('price').filter((row) => row.price_minor !== null);
  const prices = priced.map((row) => row.price_minor!);
  return {
    category: categories
      .filter(({ slug }) =>
        parent === undefined
          ? !slug.includes('/')
          : slug.startsWith(`${parent}/`) && !slug.slice(parent.length + 1).includes('/'),
      )
      .map(({ slug, name }) => ({
        value: slug,
        label: name,
        count: countItems(under('category').filter((row) => isBelow(row.slug, slug))),
      }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => a.label.localeCompare(b.label)),
    attributes: Object.fromEntries(attributeNames.map((code) => [code, frequent(code)])),
    rating: [4, 3, 2].map((floor) => ({
      value: String(floor),
      label: `${floor} and up`,
      count: countItems(under('rating').filter((row) => (row.average_rating ?? 0) >= floor)),
    })),
    price: {
      minMinor: prices.length > 0 ? Math.min(...prices) : null,
      maxMinor: prices.length > 0 ? Math.max(...prices) : null,
      currency: priced[0]?.currency ?? null,
      bars: priceBorders.slice(0, -1).flatMap((fromMinor, bar) => {
        const toMinor = priceBorders[bar + 1]!;
        const isAmong = prices.some((price) => price < toMinor) && prices.some((price) => price >= fromMinor);
        const within = priced.filter((row) => row.price_minor! >= fromMinor && row.price_minor! < toMinor);
        return isAmong ? { fromMinor, toMinor, count: countItems(within) } : [];
      }),
    },
    inStock: countItems(under('stock').filter(isInStock)),
    deals: countItems(under('deals').filter((row) => row.percent_off > 0)),
  };
}

type ColumnSort = Exclude<SearchSort, 'relevance'>;

/** The key of a product in a cursor. */
export function keyByHand(row: ShopRow, sort: ColumnSort): number {
  switch (sort) {
    case 'popularity':
      return row.rating_count;
    case 'rating':
      return row.bayesian_rating;
    case 'newest':
      return row.days ?? noDay;
    case 'price-asc':
    case 'price-desc':
      return row.price_minor ?? noPrice[sort];
    case 'discount':
      return row.percent_off;
  }
}

/** Sorted, with only the first product of each group. */
export function sortByHand(rows: readonly ShopRow[], sort: ColumnSort): ShopRow[] {
  const way = sort === 'price-asc' ? 1 : -1;
  const inOrder = rows.toSorted(
    (a, b) =>
      way * (keyByHand(a, sort) - keyByHand(b, sort) || a.item_id - b.item_id) ||
      Number(isInStock(b)) - Number(isInStock(a)) ||
      a.product_id - b.product_id,
  );
  const seen = new Set<number>();
  return inOrder.filter(({ item_id }) => !seen.has(item_id) && seen.add(item_id));
}
