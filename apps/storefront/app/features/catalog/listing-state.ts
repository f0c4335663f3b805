/**
 * @file The filters of a product list, as its address writes them. Addresses are made to be read and typed: prices are in whole units of
 * the list's currency, and an address names only what differs from the default.
 */
import { mostPages, type ProductQuery, type ProductSort } from '@kindred/contracts';
import { type ColorFamily, colorFamilies } from '@kindred/shop-types';
import { searchIdOf } from '../search/search-origin.ts';
import { toMinor } from './price-units.ts';

/** What the path of a page says about its list. The query does not repeat it, and nobody can remove it there. */
export interface FixedFilters {
  readonly category?: string | undefined;
  readonly brand?: string | undefined;
  readonly isDealsOnly?: boolean | undefined;
  /** The order, unless the query names another. */
  readonly sort?: ProductSort | undefined;
}

export interface ListingState {
  /** The other fields contain it. */
  fixed: FixedFilters;
  q: string;
  /** Its slug. */
  category: string | undefined;
  brands: readonly string[];
  colors: readonly string[];
  colorFamilies: readonly ColorFamily[];
  /** Values of the shop's other attributes, as `code:value`. */
  attributes: readonly string[];
  /** In whole units. */
  priceFrom: number | undefined;
  priceTo: number | undefined;
  ratingMin: number | undefined;
  isInStockOnly: boolean;
  isDealsOnly: boolean;
  sort: ProductSort | undefined;
  /** From 1. */
  page: number;
  /** On a further page, the search that the list began with. */
  searchId: string | undefined;
}

/** The number of products on a page of a list. */
export const pageSize = 24;

/** In any currency: the API takes up to 2,147,483,647 minor units, and some currencies have 1,000 of them in a unit. */
const highestPrice = 2_000_000;

export const sortLabels: Record<ProductSort, string> = {
  relevance: 'Best match',
  featured: 'Featured',
  popularity: 'Most popular',
  rating: 'Top rated',
  newest: 'Newest',
  'price-asc': 'Price: low to high',
  'price-desc': 'Price: high to low',
  discount: 'Biggest reduction',
  'for-you': 'For you',
};

/** Search results start with the best match, other lists with popular products of different kinds. */
export function defaultSort({ q, fixed }: Pick<ListingState, 'q' | 'fixed'>): ProductSort {
  return fixed.sort ?? (q === '' ? 'featured' : 'relevance');
}

/** @param canPersonalise whether the shop knows enough about the visitor to sort a list for them */
export function sortsOf(
  state: Pick<ListingState, 'q'> & Partial<Pick<ListingState, 'sort'>>,
  { canPersonalise }: { canPersonalise: boolean },
): ProductSort[] {
  const isOffered = (sort: ProductSort) => {
    if (sort === 'relevance') return state.q !== '';
    if (sort === 'featured') return state.q === '';
    return sort !== 'for-you' || canPersonalise || state.sort === 'for-you';
  };
  return (Object.keys(sortLabels) as ProductSort[]).filter(isOffered);
}

const attributePair = /^[a-z][a-z0-9-]{0,39}:.{1,200}$/s;

/** Ignores invalid values, so that an old or mistyped address still opens. */
export function parseListing(search: URLSearchParams, fixed: FixedFilters = {}): ListingState {
  const state = {
    fixed,
    q: (search.get('q') ?? '').trim().slice(0, 200),
    category: fixed.category ?? textOf(search.get('category'), 1_200),
    brands: fixed.brand === undefined ? textsOf(search.getAll('brand'), 200) : [fixed.brand],
    colors: textsOf(search.getAll('color'), 200),
    colorFamilies: colorFamilies.filter((family) => search.getAll('color_family').includes(family)),
    attributes: textsOf(search.getAll('attribute'), 241).filter((pair) => attributePair.test(pair)),
    ...parsePrices(search.get('price_from'), search.get('price_to')),
    ratingMin: parseRating(search.get('rating_min')),
    isInStockOnly: search.get('in_stock') === '1',
    isDealsOnly: fixed.isDealsOnly === true || search.get('deals') === '1',
    page: parsePage(search.get('page')),
    searchId: searchIdOf(search),
  };
  return { ...state, sort: parseSort(search.get('sort'), state) };
}

/** The state's query string: empty, or with its `?`. It leaves out what the path says. */
export function listingSearch(state: ListingState): string {
  const { fixed } = state;
  const search = new URLSearchParams();
  if (state.q !== '') search.set('q', state.q);
  if (state.category !== undefined && fixed.category === undefined) search.set('category', state.category);
  if (fixed.brand === undefined) for (const brand of state.brands) search.append('brand', brand);
  for (const color of state.colors) search.append('color', color);
  for (const family of state.colorFamilies) search.append('color_family', family);
  for (const pair of state.attributes) search.append('attribute', pair);
  if (state.priceFrom !== undefined) search.set('price_from', String(state.priceFrom));
  if (state.priceTo !== undefined) search.set('price_to', String(state.priceTo));
  if (state.ratingMin !== undefined) search.set('rating_min', String(state.ratingMin));
  if (state.isInStockOnly) search.set('in_stock', '1');
  if (state.isDealsOnly && !fixed.isDealsOnly) search.set('deals', '1');
  if (state.sort !== undefined) search.set('sort', state.sort);
  if (state.page > 1) search.set('page', String(state.page));
  if (state.page > 1 && state.searchId !== undefined) search.set('search', state.searchId);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** The address that stands for this page of a list that search engines may show. */
export const pagePath = (path: string, { page }: ListingState): string =>
  page === 1 ? path : `${path}?page=${page}`;

/** `Mugs`, or `Mugs, page 3`. */
export const pageTitle = (title: string, { page }: ListingState): string =>
  page === 1 ? title : `${title}, page ${page}`;

/** The same list for an address whose path says nothing about it. */
export const withoutPath = (state: ListingState): ListingState => ({
  ...state,
  fixed: {},
  sort: state.sort ?? state.fixed.sort,
});

/** @param currency the currency of the price range, if there is one */
export function toProductQuery(state: ListingState, limit: number, currency?: string): ProductQuery {
  const minor = (units: number | undefined) =>
    units === undefined || currency === undefined ? undefined : toMinor(units, currency);
  const [priceMin, priceMax] = [minor(state.priceFrom), minor(state.priceTo)];
  return {
    ...(state.q !== '' && { q: state.q }),
    ...(state.category !== undefined && { category: state.category }),
    ...(state.brands.length > 0 && { brand: [...state.brands] }),
    ...(state.colors.length > 0 && { color: [...state.colors] }),
    ...(state.colorFamilies.length > 0 && { color_family: [...state.colorFamilies] }),
    ...(state.attributes.length > 0 && { attribute: [...state.attributes] }),
    ...(priceMin !== undefined && { price_min: priceMin }),
    ...(priceMax !== undefined && { price_max: priceMax }),
    ...(state.ratingMin !== undefined && { rating_min: state.ratingMin }),
    ...(state.isInStockOnly && { in_stock: true }),
    ...(state.isDealsOnly && { deals: true }),
    ...(state.page > 1 && { page: state.page }),
    sort: state.sort ?? defaultSort(state),
    limit,
  };
}

/** Whether any filter but the words, the category and what the path says narrows the list. */
export function isFiltered(state: ListingState): boolean {
  const { fixed } = state;
  return (
    (state.brands.length > 0 && fixed.brand === undefined) ||
    state.colors.length > 0 ||
    state.colorFamilies.length > 0 ||
    state.attributes.length > 0 ||
    hasPrice(state) ||
    state.ratingMin !== undefined ||
    state.isInStockOnly ||
    (state.isDealsOnly && !fixed.isDealsOnly)
  );
}

export function hasPrice({ priceFrom, priceTo }: ListingState): boolean {
  return priceFrom !== undefined || priceTo !== undefined;
}

/** The start of the same list without filters. */
export function withoutFilters(state: ListingState): ListingState {
  const { brand, isDealsOnly = false } = state.fixed;
  return {
    ...state,
    brands: brand === undefined ? [] : [brand],
    colors: [],
    colorFamilies: [],
    attributes: [],
    priceFrom: undefined,
    priceTo: undefined,
    ratingMin: undefined,
    isInStockOnly: false,
    isDealsOnly,
    page: 1,
    searchId: undefined,
  };
}

/** Swaps the ends of a range that was typed the wrong way round. */
function parsePrices(from: string | null, to: string | null): Pick<ListingState, 'priceFrom' | 'priceTo'> {
  const [priceFrom, priceTo] = [parsePrice(from), parsePrice(to)];
  const isTurned = priceFrom !== undefined && priceTo !== undefined && priceFrom > priceTo;
  return isTurned ? { priceFrom: priceTo, priceTo: priceFrom } : { priceFrom, priceTo };
}

function parsePrice(text: string | null): number | undefined {
  const value = Number(text?.trim().replace(',', '.') || Number.NaN);
  return value >= 0 && value <= highestPrice ? value : undefined;
}

function parseRating(text: string | null): number | undefined {
  const value = Number(text || Number.NaN);
  return value >= 1 && value <= 5 ? value : undefined;
}

function parseSort(text: string | null, state: Pick<ListingState, 'q' | 'fixed'>): ProductSort | undefined {
  // Old addresses have `price_asc`.
  const sort = (text ?? '').replace('_', '-') as ProductSort;
  if (!Object.hasOwn(sortLabels, sort)) return undefined;
  if (sort === defaultSort(state)) return undefined;
  return sortsOf(state, { canPersonalise: true }).includes(sort) ? sort : undefined;
}

function parsePage(text: string | null): number {
  const page = Number(text || Number.NaN);
  return Number.isInteger(page) && page >= 1 && page <= mostPages ? page : 1;
}

function textOf(text: string | null, maxLength: number): string | undefined {
  return text === null || text === '' || text.length > maxLength ? undefined : text;
}

function textsOf(texts: string[], maxLength: number): string[] {
  return [...new Set(texts)].filter((text) => text !== '' && text.length <= maxLength).slice(0, 20);
}
