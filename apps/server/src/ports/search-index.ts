/**
 * @file Finds products: text, filters, facets, sorts, suggestions. There are two adapters, PostgreSQL's and OpenSearch's. The suite in
 * `search-index.contract.ts` checks both against this description. The same role has the same name in both adapters' folders:
 * `match-text`, `text-query`, `resolve-filters`, `sort-order`, `answer-page`, `count-products`, `present-facets`, `suggestion-source`.
 */

import type { PriceBar } from './price-borders.ts';

/** The filters of a list. The values of one filter are alternatives; all filters must match. */
export interface SearchFilters {
  /** The slug of a category, including its descendants. */
  readonly category?: string | undefined;
  /**
   * Values by the code of the attribute: `{ brand: ['Acme', 'Apex'], size: ['M'] }`. An empty list means no filter. `color_family` is an
   * attribute here, whose values are the families of the product's colours.
   */
  readonly attributes?: AttributeFilters | undefined;
  /** In minor units, inclusive. A product that is not for sale has no price and matches no range. */
  readonly priceMin?: number | undefined;
  readonly priceMax?: number | undefined;
  readonly ratingMin?: number | undefined;
  /** Only products that are for sale and in stock. */
  readonly inStock?: boolean | undefined;
  /** Only products with an announced reduction. */
  readonly deals?: boolean | undefined;
}

export type AttributeFilters = Readonly<Record<string, readonly string[]>>;

/**
 * `popularity` sorts by the number of ratings, `rating` by the Bayesian mean, `newest` by the first day, `discount` by the percent of the
 * announced reduction (0: none), all falling. In sorts by price, products that are not for sale come last. `relevance` without a text is
 * `popularity`. Every sort ends with the item's number in the same direction, so that no two items are equal; a group has the number of its
 * first product.
 */
export type SearchSort =
  | 'relevance'
  | 'popularity'
  | 'rating'
  | 'newest'
  | 'price-asc'
  | 'price-desc'
  | 'discount';

export interface SearchRequest {
  /** The text as typed. A blank text counts as none. At most 200 characters. */
  readonly text?: string | undefined;
  readonly filters: SearchFilters;
  readonly sort: SearchSort;
  /** From 1 to 500. */
  readonly limit: number;
  /** The `nextCursor` of the previous page, from either adapter. */
  readonly cursor?: string | undefined;
  /** How many items of the list come before the page. By default, none. Not together with a cursor. */
  readonly offset?: number | undefined;
  /** By default, no facets are counted, which is faster. The total is always counted. */
  readonly facets?: FacetRequest | undefined;
}

export interface FacetRequest {
  /** The codes of the attributes to count. */
  readonly attributes: readonly string[];
}

export interface SearchFacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** The counts are exact. Each facet counts under the text and all filters except its own. A group counts once for a value that any of its products has. */
export interface SearchFacets {
  /** The children of the chosen category, or the departments, sorted by label, without empty ones. `value` is the slug. */
  readonly category: readonly SearchFacetValue[];
  /** By code, for each requested attribute: the 30 most frequent values, the most frequent first, then by value. */
  readonly attributes: Readonly<Record<string, readonly SearchFacetValue[]>>;
  /** 4, 3 and 2 “and up”, even if the count is 0. */
  readonly rating: readonly SearchFacetValue[];
  readonly price: {
    readonly minMinor: number | null;
    readonly maxMinor: number | null;
    readonly currency: string | null;
    /** From the bar of the lowest price to that of the highest. A group counts once in each bar that one of its products is in. */
    readonly bars: readonly PriceBar[];
  };
  readonly inStock: number;
  readonly deals: number;
}

/** A range of a title in UTF-16 code units. `title.slice(start, end)` matches the text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * How search understood the text.
 * - `as-typed`: the found products have each word, or a form, a synonym or a shade of it.
 * - `corrected`: the catalogue does not know some of the words; the search used `correction` instead.
 * - `relaxed`: no product has all words, even corrected; the found products have most of them, including the word that names the thing.
 *
 * If only few products match, products that match less of the text follow them by relevance (`wholeTotal`).
 */
export type SearchReading = 'as-typed' | 'corrected' | 'relaxed';

/**
 * The products of a group count and are found as one. A group passes if one of its products does. Among those that pass, the first in the
 * order of the list represents the group; among equal ones, a product that can be bought, then the one with the lowest number.
 */
export interface SearchPage {
  readonly productIds: readonly number[];
  /** Returns the ranges of a title that match the text, from the left. Without a text, there are none. */
  highlight(productId: number, title: string): readonly TextRange[];
  readonly total: number;
  /** How many items match the whole text, if the others match only most of it. Null if there is no difference or no text. */
  readonly wholeTotal: number | null;
  /** Undefined if they were not requested. */
  readonly facets: SearchFacets | undefined;
  readonly nextCursor: string | null;
  /** Null without a text. */
  readonly reading: SearchReading | null;
  /** “Did you mean”: the text with words that the catalogue knows, or null if there is nothing to correct. */
  readonly correction: string | null;
}

/** A completion of a text that a shopper is typing. */
export type Suggestion =
  | { readonly kind: 'query'; readonly text: string }
  | {
      readonly kind: 'category';
      readonly text: string;
      readonly slug: string;
      /** Null for a department. */
      readonly parentName: string | null;
    }
  | { readonly kind: 'brand'; readonly text: string }
  | { readonly kind: 'product'; readonly text: string; readonly productId: number };

export interface SearchIndex {
  /** `postgres` or `opensearch`. */
  readonly engine: SearchEngine;

  /**
   * Finds only listed products.
   * @throws UnknownCategoryError if no category has the slug
   * @throws InvalidSearchCursorError
   */
  search(request: SearchRequest): Promise<SearchPage>;

  /**
   * Returns completions of the last word first, then matching categories, brands and products, each text once. Products about the text come
   * before those that have it elsewhere, the best known first, with at most two of a category while there are others. It tolerates one wrong
   * letter per word, and returns an empty list for a blank text.
   */
  suggest(request: { readonly text: string; readonly limit: number }): Promise<Suggestion[]>;

  /** Resolves when later searches find everything that was committed before the call. */
  refresh(): Promise<void>;

  /** Returns the name and version of the engine. Throws if it does not answer. */
  check(): Promise<string>;

  /** Returns a sentence that says why answers are degraded, or undefined if they are not. */
  degradation(): string | undefined;

  close(): Promise<void>;
}

export type SearchEngine = 'postgres' | 'opensearch';

export class UnknownCategoryError extends Error {
  override readonly name = 'UnknownCategoryError';
}
