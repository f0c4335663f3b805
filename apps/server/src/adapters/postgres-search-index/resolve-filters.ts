import type { SearchFilters } from '../../ports/search-index.ts';
import { UnknownCategoryError } from '../../ports/search-index.ts';
import type { CatalogColumns } from '../catalog-in-memory/catalog-columns.ts';
import type { CategoryTree } from '../catalog-in-memory/category-tree.ts';

export interface WantedValues {
  readonly code: string;
  /** By place. */
  readonly values: Int32Array;
  /** By a number in `values`: 1 if it passes the filter. */
  readonly isWanted: Uint8Array;
}

/** Filters in the numbers of the columns. Undefined means no such filter. */
export interface ResolvedFilters {
  readonly chosenCategoryId: number | undefined;
  /** By number of a category: 1 if it passes the filter. */
  readonly categories: Uint8Array | undefined;
  readonly attributes: readonly WantedValues[];
  readonly price: { readonly min: number; readonly max: number } | undefined;
  readonly ratingMin: number | undefined;
  readonly inStock: boolean;
  readonly deals: boolean;
}

/** @throws UnknownCategoryError */
export function resolveFilters(
  filters: SearchFilters,
  columns: CatalogColumns,
  tree: CategoryTree,
): ResolvedFilters {
  const {
    category,
    attributes = {},
    priceMin,
    priceMax,
    ratingMin,
    inStock = false,
    deals = false,
  } = filters;
  const chosen = category === undefined ? undefined : tree.find(category);
  if (category !== undefined && !chosen)
    throw new UnknownCategoryError(`The category “${category}” does not exist.`);
  return {
    chosenCategoryId: chosen?.categoryId,
    categories: chosen && tree.below(chosen.categoryId),
    attributes: Object.entries(attributes)
      .filter(([, values]) => values.length > 0)
      .map(([code, values]) => wanted(code, values, columns)),
    price:
      priceMin === undefined && priceMax === undefined
        ? undefined
        : { min: priceMin ?? 0, max: priceMax ?? Number.MAX_SAFE_INTEGER },
    ratingMin,
    inStock,
    deals,
  };
}

/** A value that no product has leaves no products. */
function wanted(code: string, texts: readonly string[], columns: CatalogColumns): WantedValues {
  const column = columns.attributes.get(code);
  if (!column) return { code, values: new Int32Array(columns.length), isWanted: new Uint8Array(1) };
  return { code, values: column.values, isWanted: column.sets.having(texts) };
}
