/**
 * @file The filters of a product list, as they stand in the address. The names are for people who read or type
 * an address: prices in whole units of the currency, and only what differs from the default is written.
 */
import type { ProductQuery, ProductSort } from '@kindred/contracts';
import { minorUnitDigits } from '@kindred/shop-types';
import { shopCurrency } from '../../shared/shop.ts';

export interface ListingState {
  q: string;
  /** Slug of the category; of a category page it comes from the path and not from the query. */
  category: string | undefined;
  brands: readonly string[];
  colors: readonly string[];
  priceFromMinor: number | undefined;
  priceToMinor: number | undefined;
  ratingMin: number | undefined;
  isInStockOnly: boolean;
  sort: ProductSort | undefined;
  cursor: string | undefined;
}

export const sortLabels: Record<ProductSort, string> = {
  relevance: 'Best match',
  popularity: 'Most popular',
  rating: 'Best rated',
  newest: 'Newest',
  price_asc: 'Price, low to high',
  price_desc: 'Price, high to low',
};

/** A list that was searched for starts with the best match; any other with what most people like. */
export function defaultSort(state: Pick<ListingState, 'q'>): ProductSort {
  return state.q === '' ? 'popularity' : 'relevance';
}

export function sortsOf(state: ListingState): ProductSort[] {
  const all = Object.keys(sortLabels) as ProductSort[];
  return state.q === '' ? all.filter((sort) => sort !== 'relevance') : all;
}

/** What makes no sense in an address is left out, so that an old or mistyped one still opens. */
export function parseListing(search: URLSearchParams, category?: string): ListingState {
  const state = {
    q: (search.get('q') ?? '').trim().slice(0, 200),
    category: category ?? textOf(search.get('category'), 300),
    brands: textsOf(search.getAll('brand'), 200),
    colors: textsOf(search.getAll('color'), 100),
    priceFromMinor: parsePrice(search.get('price_from')),
    priceToMinor: parsePrice(search.get('price_to')),
    ratingMin: parseRating(search.get('rating_min')),
    isInStockOnly: search.get('in_stock') === '1',
    cursor: textOf(search.get('cursor'), 500),
  };
  return { ...state, sort: parseSort(search.get('sort'), state) };
}

/** The state's query string: empty, or with its `?`. `hasCategoryInPath`: the category is no part of it. */
export function listingSearch(state: ListingState, { hasCategoryInPath = false } = {}): string {
  const search = new URLSearchParams();
  if (state.q !== '') search.set('q', state.q);
  if (state.category !== undefined && !hasCategoryInPath) search.set('category', state.category);
  for (const brand of state.brands) search.append('brand', brand);
  for (const color of state.colors) search.append('color', color);
  if (state.priceFromMinor !== undefined) search.set('price_from', priceText(state.priceFromMinor));
  if (state.priceToMinor !== undefined) search.set('price_to', priceText(state.priceToMinor));
  if (state.ratingMin !== undefined) search.set('rating_min', String(state.ratingMin));
  if (state.isInStockOnly) search.set('in_stock', '1');
  if (state.sort !== undefined) search.set('sort', state.sort);
  if (state.cursor !== undefined) search.set('cursor', state.cursor);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

export function toProductQuery(state: ListingState, limit: number): ProductQuery {
  return {
    ...(state.q !== '' && { q: state.q }),
    ...(state.category !== undefined && { category: state.category }),
    ...(state.brands.length > 0 && { brand: [...state.brands] }),
    ...(state.colors.length > 0 && { color: [...state.colors] }),
    ...(state.priceFromMinor !== undefined && { price_min: state.priceFromMinor }),
    ...(state.priceToMinor !== undefined && { price_max: state.priceToMinor }),
    ...(state.ratingMin !== undefined && { rating_min: state.ratingMin }),
    ...(state.isInStockOnly && { in_stock: true }),
    ...(state.cursor !== undefined && { cursor: state.cursor }),
    sort: state.sort ?? defaultSort(state),
    limit,
  };
}

/** Whether anything narrows the list beyond its words and its category. */
export function isFiltered(state: ListingState): boolean {
  return (
    state.brands.length > 0 ||
    state.colors.length > 0 ||
    state.priceFromMinor !== undefined ||
    state.priceToMinor !== undefined ||
    state.ratingMin !== undefined ||
    state.isInStockOnly
  );
}

/** The same list from its start without filters. */
export function withoutFilters(state: ListingState): ListingState {
  return {
    ...state,
    brands: [],
    colors: [],
    priceFromMinor: undefined,
    priceToMinor: undefined,
    ratingMin: undefined,
    isInStockOnly: false,
    cursor: undefined,
  };
}

/** `1250` is `12.5`: what a price field shows and an address says. */
export function priceText(minor: number): string {
  return String(minor / 10 ** minorUnitDigits(shopCurrency));
}

function parsePrice(text: string | null): number | undefined {
  const value = Number(text?.trim().replace(',', '.') || Number.NaN);
  const minor = Math.round(value * 10 ** minorUnitDigits(shopCurrency));
  return minor >= 0 && minor <= 2_147_483_647 ? minor : undefined;
}

function parseRating(text: string | null): number | undefined {
  const value = Number(text || Number.NaN);
  return value >= 1 && value <= 5 ? value : undefined;
}

function parseSort(text: string | null, state: Pick<ListingState, 'q'>): ProductSort | undefined {
  if (text === null || !Object.hasOwn(sortLabels, text)) return undefined;
  const sort = text as ProductSort;
  const isUseful = sort !== defaultSort(state) && (sort !== 'relevance' || state.q !== '');
  return isUseful ? sort : undefined;
}

function textOf(text: string | null, maxLength: number): string | undefined {
  return text === null || text === '' || text.length > maxLength ? undefined : text;
}

function textsOf(texts: string[], maxLength: number): string[] {
  return [...new Set(texts)].filter((text) => text !== '' && text.length <= maxLength).slice(0, 20);
}
