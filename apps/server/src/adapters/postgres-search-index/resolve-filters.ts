import type { SearchFilters } from '../../ports/search-index.ts';
import { UnknownCategoryError } from '../../ports/search-index.ts';
import type { CatalogColumns } from '../catalog-in-memory/catalog-columns.ts';
import type { CategoryTree } from '../catalog-in-memory/category-tree.ts';
import type { InternedTexts } from '../catalog-in-memory/interned-texts.ts';

/** Filters in the numbers of the columns. Undefined: not filtered by. */
export interface ResolvedFilters {
  readonly chosenCategoryId: number | undefined;
  /** By number: 1 when it is wanted. */
  readonly categories: Uint8Array | undefined;
  readonly brands: Uint8Array | undefined;
  readonly colors: Uint8Array | undefined;
  readonly price: { readonly min: number; readonly max: number } | undefined;
  readonly ratingMin: number | undefined;
  readonly inStock: boolean;
}

/** @throws UnknownCategoryError */
export function resolveFilters(
  filters: SearchFilters,
  columns: CatalogColumns,
  tree: CategoryTree,
): ResolvedFilters {
  const { category, brands, colors, priceMin, priceMax, ratingMin, inStock = false } = filters;
  const chosen = category === undefined ? undefined : tree.find(category);
  if (category !== undefined && !chosen)
    throw new UnknownCategoryError(`There is no category “${category}”.`);
  return {
    chosenCategoryId: chosen?.categoryId,
    categories: chosen && tree.below(chosen.categoryId),
    brands: brands?.length ? wanted(brands, columns.brands) : undefined,
    colors: colors?.length ? wanted(colors, columns.colors) : undefined,
    price:
      priceMin === undefined && priceMax === undefined
        ? undefined
        : { min: priceMin ?? 0, max: priceMax ?? Number.MAX_SAFE_INTEGER },
    ratingMin,
    inStock,
  };
}

function wanted(texts: readonly string[], interned: InternedTexts): Uint8Array {
  const isWanted = new Uint8Array(interned.size);
  for (const text of texts) isWanted[interned.find(text)] = 1;
  isWanted[0] = 0;
  return isWanted;
}
