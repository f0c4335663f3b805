import type { ProductQuery } from '@kindred/contracts';
import { invalidRequest } from '../../../platform/http/strict/invalid-request.ts';
import { colorFamilyCode } from '../../../ports/color-family.ts';
import type {
  AttributeFilters,
  FacetRequest,
  SearchFilters,
  SearchSort,
} from '../../../ports/search-index.ts';
import type { Attribute } from '../../catalogue/attributes/index.ts';
import { searchProblem } from './search-errors.ts';

const usualLimit = 24;

/** The part of a list that a request asks for. */
export interface PlaceInList {
  readonly limit: number;
  readonly cursor: string | undefined;
  /** Null with a cursor. */
  readonly page: number | null;
  /** How many items come before the page. 0 with a cursor. */
  readonly offset: number;
}

/** @throws ProblemError `invalid-request` for a page and a cursor together */
export function placeOf({ limit = usualLimit, cursor, page }: ProductQuery): PlaceInList {
  if (cursor === undefined) return { limit, cursor, page: page ?? 1, offset: ((page ?? 1) - 1) * limit };
  if (page === undefined) return { limit, cursor, page: null, offset: 0 };
  const message = 'Send a page or a cursor, not both';
  throw invalidRequest([{ in: 'query', pointer: '/cursor', code: 'not-allowed', message }]);
}

export const textOf = ({ q }: ProductQuery): string | undefined => q?.trim() || undefined;

/** @throws ProblemError `attribute-not-found` */
export const filtersOf = (query: ProductQuery, declared: readonly Attribute[]): SearchFilters => ({
  category: query.category,
  attributes: attributesOf(query, declared),
  priceMin: query.price_min,
  priceMax: query.price_max,
  ratingMin: query.rating_min,
  inStock: query.in_stock,
  deals: query.deals,
});

function attributesOf(
  { brand = [], color = [], color_family = [], attribute = [] }: ProductQuery,
  declared: readonly Attribute[],
): AttributeFilters {
  const filters: Record<string, string[]> = {
    brand: [...brand],
    color: [...color],
    [colorFamilyCode]: [...color_family],
  };
  for (const pair of attribute) {
    const at = pair.indexOf(':');
    const code = pair.slice(0, at);
    if (!declared.some((one) => one.code === code))
      throw searchProblem('attribute-not-found', `The shop has not declared an attribute “${code}”.`);
    filters[code] = [...(filters[code] ?? []), pair.slice(at + 1)];
  }
  return filters;
}

export const facetsOf = (declared: readonly Attribute[]): FacetRequest => ({
  attributes: declared
    .filter(({ isFacet }) => isFacet)
    .flatMap(({ code }) => (code === 'color' ? [code, colorFamilyCode] : code)),
});

/** Returns the order of the index. Personal and featured lists put its first products into another order. */
export function sortOf({ sort, ...query }: ProductQuery): SearchSort {
  if (sort !== undefined && sort !== 'for-you' && sort !== 'featured') return sort;
  return textOf(query) === undefined ? 'popularity' : 'relevance';
}
