import { type Facets, mostPages, type ProductList } from '@kindred/contracts';
import { colorFamilyCode } from '../../../ports/color-family.ts';
import type { SearchFacets, SearchFacetValue, SearchPage } from '../../../ports/search-index.ts';
import { type Attribute, compareSizes } from '../../catalogue/attributes/index.ts';
import type { ListedEntry } from '../../catalogue/catalog/index.ts';
import type { PlaceInList } from './search-request.ts';

/** @param productIds the products of the page, in this order; those that are no longer listed are left out */
export function presentList({
  page,
  attributes,
  productIds,
  entries,
  place,
  order,
  nextCursor,
}: {
  page: SearchPage;
  /** All attributes that the shop has declared. */
  attributes: readonly Attribute[];
  productIds: readonly number[];
  entries: ReadonlyMap<number, ListedEntry>;
  place: PlaceInList;
  order: Pick<ProductList, 'personalised' | 'can_personalise'>;
  nextCursor: string | null;
}): ProductList {
  return {
    items: productIds.flatMap((productId) => {
      const entry = entries.get(productId);
      if (!entry) return [];
      const matches = page.highlight(productId, entry.product.title);
      return [
        {
          ...entry.product,
          ...(matches.length > 0 && { title_matches: [...matches] }),
          comparable_in: entry.comparableIn,
        },
      ];
    }),
    facets: presentFacets(page.facets!, attributes),
    total: page.total,
    page: place.page,
    pages: Math.min(Math.ceil(page.total / place.limit), mostPages),
    search: page.reading && {
      reading: page.reading,
      search_id: null,
      did_you_mean: page.correction,
      whole_total: page.wholeTotal,
    },
    ...order,
    next_cursor: nextCursor,
  };
}

const bySize = (a: SearchFacetValue, b: SearchFacetValue) => compareSizes(a.value, b.value);

const capitalised = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

const presentFacets = (
  {
    category,
    attributes: { brand = [], color = [], [colorFamilyCode]: families = [], ...others },
    rating,
    price,
    inStock,
    deals,
  }: SearchFacets,
  declared: readonly Attribute[],
): Facets => ({
  category: [...category],
  brand: [...brand],
  color: [...color],
  color_families: families.map(({ value, count }) => ({ value, label: capitalised(value), count })),
  attributes: declared.flatMap(({ code, label, kind }) => {
    const values = others[code] ?? [];
    if (values.length === 0) return [];
    return { code, label, kind, values: kind === 'size' ? values.toSorted(bySize) : [...values] };
  }),
  rating: [...rating],
  price: {
    min_minor: price.minMinor,
    max_minor: price.maxMinor,
    currency: price.currency,
    bars: price.bars.map(({ fromMinor, toMinor, count }) => ({
      from_minor: fromMinor,
      to_minor: toMinor,
      count,
    })),
  },
  in_stock: inStock,
  deals,
});
