import { type Static, Type } from 'typebox';
import { ProductId } from './id.ts';
import { Nullable } from './nullable.ts';

export const TextRange = Type.Object(
  {
    start: Type.Integer({ minimum: 0, description: 'The start' }),
    end: Type.Integer({ minimum: 1, description: 'The end, exclusive' }),
  },
  { $id: 'TextRange', description: 'A piece of a text, in UTF-16 code units: `text.slice(start, end)`' },
);
export type TextRange = Static<typeof TextRange>;

export const SearchReading = Type.Object(
  {
    reading: Type.Union([Type.Literal('as-typed'), Type.Literal('corrected'), Type.Literal('relaxed')], {
      description:
        '`corrected`: the catalogue does not have some of the words, so these are the results for `did_you_mean`; `relaxed`: no product has all of the words, so these have most',
    }),
    search_id: Nullable(Type.String({ format: 'uuid' }), {
      description:
        'The id of this search. Send it as `search_id` with a click on one of the products, and when you add it to the cart. Null on further pages, which belong to the first page’s search, and if the text has no word',
    }),
    did_you_mean: Nullable(Type.String(), {
      description: 'The text in words that the catalogue has, if it differs. Otherwise null',
    }),
    whole_total: Nullable(Type.Integer({ minimum: 0 }), {
      description:
        'How many products match the whole text, if they are few and others that match less follow. Otherwise null',
    }),
  },
  { $id: 'SearchReading', description: 'How the search read the text' },
);
export type SearchReading = Static<typeof SearchReading>;

/** Goes with the id of a product that a search showed. */
export const FromSearch = Type.Optional(
  Type.String({
    format: 'uuid',
    description:
      '`search.search_id` of the list that showed the product. An unknown or expired id has no effect',
  }),
);

export const SearchBoostQuery = Type.Object(
  { q: Type.String({ minLength: 1, maxLength: 200, description: 'A search text' }) },
  { additionalProperties: false },
);
export type SearchBoostQuery = Static<typeof SearchBoostQuery>;

export const SearchBoost = Type.Object(
  {
    product_id: ProductId,
    title: Type.String({ description: 'The product’s title' }),
    clickers: Type.Integer({ minimum: 0, description: 'People who clicked it after such a search' }),
    buyers: Type.Integer({ minimum: 0, description: 'People who bought it after such a search' }),
    points: Type.Number({
      minimum: 0,
      description:
        'Points added to a match: 0.6 · w / (w + 20), where w is the number of clickers, at most 20, plus four times the number of buyers',
    }),
  },
  { $id: 'SearchBoost', description: 'A product that people chose after a search' },
);
export type SearchBoost = Static<typeof SearchBoost>;

export const SearchBoostList = Type.Object(
  {
    key: Type.String({ description: 'The words that these searches have in common' }),
    items: Type.Array(SearchBoost, {
      description: 'Most points first. From the last 90 days, counted again every few minutes',
    }),
  },
  { $id: 'SearchBoostList' },
);
export type SearchBoostList = Static<typeof SearchBoostList>;
