import type { SearchFacets, SearchFacetValue } from '../../ports/search-index.ts';
import type { CatalogColumns } from '../catalog-in-memory/catalog-columns.ts';
import type { CategoryTree } from '../catalog-in-memory/category-tree.ts';
import type { AttributeCounts, FacetCounts } from './count-products.ts';

const valuesAFacet = 30;

/** Counts in words. */
export function presentFacets(
  counts: FacetCounts,
  columns: CatalogColumns,
  tree: CategoryTree,
  chosenCategoryId: number | undefined,
): SearchFacets {
  const currencies = [...counts.currencies.keys()]
    .filter((number) => number > 0 && counts.currencies[number])
    .map((number) => columns.currencies.textOf(number))
    .sort();
  const hasPrices = counts.maxPrice >= 0;
  return {
    category: countCategories(counts.categories, tree, chosenCategoryId),
    attributes: Object.fromEntries(
      counts.attributes.map((attribute) => [attribute.code, mostFrequent(attribute)]),
    ),
    rating: counts.ratings.map((count, index) => ({
      value: String(4 - index),
      label: `${4 - index} and up`,
      count,
    })),
    price: {
      minMinor: hasPrices ? counts.minPrice : null,
      maxMinor: hasPrices ? counts.maxPrice : null,
      currency: currencies[0] ?? null,
    },
    inStock: counts.inStock,
  };
}

function countCategories(
  counts: Uint32Array,
  tree: CategoryTree,
  chosenCategoryId: number | undefined,
): SearchFacetValue[] {
  const sumOf = (categoryId: number): number =>
    tree
      .childrenOf(categoryId)
      .reduce((sum, child) => sum + sumOf(child.categoryId), counts[categoryId] ?? 0);
  return tree
    .childrenOf(chosenCategoryId)
    .map(({ categoryId, slug, name }) => ({ value: slug, label: name, count: sumOf(categoryId) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => compareLabels.compare(a.label, b.label));
}

const compareLabels = new Intl.Collator('en');

function mostFrequent({ column, sets }: AttributeCounts): SearchFacetValue[] {
  const counts = new Map<string, number>();
  for (let number = 1; number < sets.length; number++)
    if (sets[number]! > 0)
      for (const value of column!.sets.valuesOf(number))
        counts.set(value, (counts.get(value) ?? 0) + sets[number]!);
  return [...counts]
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
    .slice(0, valuesAFacet)
    .map(([value, count]) => ({ value, label: value, count }));
}
