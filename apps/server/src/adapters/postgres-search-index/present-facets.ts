import type { SearchFacets, SearchFacetValue } from '../../ports/search-index.ts';
import type { CatalogColumns } from '../catalog-in-memory/catalog-columns.ts';
import type { CategoryTree } from '../catalog-in-memory/category-tree.ts';
import type { InternedTexts } from '../catalog-in-memory/interned-texts.ts';
import type { FacetCounts } from './count-products.ts';

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
    brand: mostFrequent(counts.brands, columns.brands),
    color: mostFrequent(counts.colors, columns.colors),
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

function mostFrequent(counts: Uint32Array, texts: InternedTexts): SearchFacetValue[] {
  const found: { value: string; count: number }[] = [];
  for (let number = 1; number < counts.length; number++)
    if (counts[number]! > 0) found.push({ value: texts.textOf(number), count: counts[number]! });
  return found
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, valuesAFacet)
    .map(({ value, count }) => ({ value, label: value, count }));
}
