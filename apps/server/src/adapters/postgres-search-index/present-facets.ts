import { barsBetween } from '../../ports/price-borders.ts';
import type { SearchFacets, SearchFacetValue } from '../../ports/search-index.ts';
import type { CatalogColumns } from '../catalog-in-memory/catalog-columns.ts';
import type { CategoryTree } from '../catalog-in-memory/category-tree.ts';
import type { AttributeCounts, FacetCounts } from './facet-counts.ts';

const valuesAFacet = 30;

/** Replaces numbers by the names of values and categories. */
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
    category: countCategories(counts, tree, chosenCategoryId),
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
      bars: hasPrices ? barsBetween(counts.minPrice, counts.maxPrice, (bar) => counts.bars[bar]!) : [],
    },
    inStock: counts.inStock,
    deals: counts.deals,
  };
}

function countCategories(
  { categories, spread }: FacetCounts,
  tree: CategoryTree,
  chosenCategoryId: number | undefined,
): SearchFacetValue[] {
  const sumOf = (categoryId: number): number =>
    tree
      .childrenOf(categoryId)
      .reduce((sum, child) => sum + sumOf(child.categoryId), categories[categoryId] ?? 0);
  const spreadBelow = (categoryId: number): number => {
    if (spread.length === 0) return 0;
    const below = tree.below(categoryId);
    return spread.filter((ofGroup) => ofGroup.some((id) => below[id] === 1)).length;
  };
  return tree
    .childrenOf(chosenCategoryId)
    .map(({ categoryId, slug, name }) => ({
      value: slug,
      label: name,
      count: sumOf(categoryId) + spreadBelow(categoryId),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => compareLabels.compare(a.label, b.label));
}

const compareLabels = new Intl.Collator('en');

function mostFrequent({ column, values }: AttributeCounts): SearchFacetValue[] {
  const found: { value: string; count: number }[] = [];
  for (let number = 0; number < values.length; number++)
    if (values[number]! > 0) found.push({ value: column!.sets.values[number]!, count: values[number]! });
  return found
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, valuesAFacet)
    .map(({ value, count }) => ({ value, label: value, count }));
}
