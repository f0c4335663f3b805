/**
 * @file Finding products: text, filters, facets, sorts, suggestions. Two adapters answer it, PostgreSQL's and OpenSearch's; the
 * suite in `search-index.contract.ts` holds both to what is written here. The same role has the same name in both adapters' folders:
 * `match-text`, `text-query`, `resolve-filters`, `sort-order`, `answer-page`, `count-products`, `present-facets`, `suggestion-source`.
 */

/** What narrows a list down. Values of one list are alternatives; different filters all hold. */
export interface SearchFilters {
  /** The slug of a category, descendants included. */
  readonly category?: string | undefined;
  /** Values by the code of the attribute: `{ brand: ['Acme', 'Apex'], size: ['M'] }`. An empty list is no filter. */
  readonly attributes?: AttributeFilters | undefined;
  /** Minor units, inclusive. A product that is not for sale has no price and is in no range. */
  readonly priceMin?: number | undefined;
  readonly priceMax?: number | undefined;
  readonly ratingMin?: number | undefined;
  /** For sale and at least one left. */
  readonly inStock?: boolean | undefined;
  /** With an announced reduction. */
  readonly deals?: boolean | undefined;
}

export type AttributeFilters = Readonly<Record<string, readonly string[]>>;

/**
 * Every sort ends with the item's number (a group has that of its first product), in its own direction, so that no two are equal: `popularity` by the number
 * of ratings, `rating` by the Bayesian mean, `newest` by the first day, all falling; what is not for sale comes last by price;
 * `discount` by the percent of the announced reduction, falling, none being 0.
 * `relevance` without a text is `popularity`.
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
  /** As typed; blank is none. At most 200 characters. */
  readonly text?: string | undefined;
  readonly filters: SearchFilters;
  readonly sort: SearchSort;
  /** 1 to 500. */
  readonly limit: number;
  /** `nextCursor` of the page before, of either adapter. */
  readonly cursor?: string | undefined;
  /** Left out: no facets, which is quicker. The total is always there. */
  readonly facets?: FacetRequest | undefined;
}

export interface FacetRequest {
  /** Codes of the attributes to count. */
  readonly attributes: readonly string[];
}

export interface SearchFacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** Counts are exact. Each facet is counted under the text and all filters but its own; a group counts once for a value that one of its products has. */
export interface SearchFacets {
  /** The children of the chosen category, or the departments; `value` is the slug. Without empty ones, by label. */
  readonly category: readonly SearchFacetValue[];
  /** By code, one for each that was asked for: the 30 most frequent, most frequent first, then by value. */
  readonly attributes: Readonly<Record<string, readonly SearchFacetValue[]>>;
  /** 4, 3 and 2 “and up”, also where nobody is. */
  readonly rating: readonly SearchFacetValue[];
  readonly price: {
    readonly minMinor: number | null;
    readonly maxMinor: number | null;
    readonly currency: string | null;
  };
  readonly inStock: number;
  readonly deals: number;
}

/** A piece of a title, in UTF-16 code units: `title.slice(start, end)` is what was looked for. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * How the text was taken.
 * - `as-typed`: each of the words, a form of it, a synonym or a shade is in what was found.
 * - `corrected`: the catalogue does not know some of the words; found is what `correction` says.
 * - `relaxed`: nothing has all of the words, even corrected; found is what has most of them, and what names the thing.
 *
 * What a few products have is followed, in order of relevance, by what has less of the text (`wholeTotal`).
 */
export type SearchReading = 'as-typed' | 'corrected' | 'relaxed';

/**
 * Products of one group count and are found as one: a group passes when one of its products does, and of those that do the first in
 * the order stands for it; of equal ones what can be bought, then the one with the lowest number.
 */
export interface SearchPage {
  readonly productIds: readonly number[];
  /** Where the title of a found product shows the words, from the left; nowhere without a text. */
  highlight(productId: number, title: string): readonly TextRange[];
  readonly total: number;
  /** How many of them have all of the text, where the others have only most of it; null: they are all alike, or there is no text. */
  readonly wholeTotal: number | null;
  /** Undefined when they were not asked for. */
  readonly facets: SearchFacets | undefined;
  readonly nextCursor: string | null;
  /** Null without a text. */
  readonly reading: SearchReading | null;
  /** “Did you mean”: the text with words that the catalogue knows; null when there is nothing to correct. */
  readonly correction: string | null;
}

/** What a shopper may have begun to type. */
export type Suggestion =
  | { readonly kind: 'query'; readonly text: string }
  | {
      readonly kind: 'category';
      readonly text: string;
      readonly slug: string;
      /** Null: it is a department. */
      readonly parentName: string | null;
    }
  | { readonly kind: 'brand'; readonly text: string }
  | { readonly kind: 'product'; readonly text: string; readonly productId: number };

export interface SearchIndex {
  /** `postgres` or `opensearch`. */
  readonly engine: SearchEngine;

  /**
   * Only listed products are found.
   * @throws UnknownCategoryError when there is no category of that slug
   * @throws InvalidSearchCursorError
   */
  search(request: SearchRequest): Promise<SearchPage>;

  /**
   * Completions of the last word first, then categories, brands and products that fit, each text once: products that are about
   * what is typed before those that have it elsewhere, the best known first, and no more than two of a category while there are
   * others. A word with one letter wrong still leads somewhere. Empty for a blank text.
   */
  suggest(request: { readonly text: string; readonly limit: number }): Promise<Suggestion[]>;

  /** Returns once everything that was committed before the call is found by what is asked after it. */
  refresh(): Promise<void>;

  /** Name and version of what answers; throws when nothing does. */
  check(): Promise<string>;

  /** Why it answers worse than it should, as a sentence; undefined when it does not. */
  degradation(): string | undefined;

  close(): Promise<void>;
}

export type SearchEngine = 'postgres' | 'opensearch';

export class UnknownCategoryError extends Error {
  override readonly name = 'UnknownCategoryError';
}
