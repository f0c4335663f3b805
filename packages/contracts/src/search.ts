import { type Static, Type } from 'typebox';
import { ProductId } from './id.ts';
import { Nullable } from './nullable.ts';

export const TextRange = Type.Object(
  {
    start: Type.Integer({ minimum: 0, description: 'Where it begins' }),
    end: Type.Integer({ minimum: 1, description: 'Before which it ends' }),
  },
  { $id: 'TextRange', description: 'A piece of a text, in UTF-16 code units: `text.slice(start, end)`' },
);
export type TextRange = Static<typeof TextRange>;

export const SearchReading = Type.Object(
  {
    reading: Type.Union([Type.Literal('as-typed'), Type.Literal('corrected'), Type.Literal('relaxed')], {
      description:
        '`corrected`: the catalogue does not know some of the words, so this is what `did_you_mean` finds; `relaxed`: nothing has all of them, so this has most',
    }),
    search_id: Nullable(Type.String({ format: 'uuid' }), {
      description:
        'Names this search in what follows from it: send it as `search_id` with a click on one of the products, and with adding it to the cart. Null on a further page: go on with that of the first. Null, too, where the text has no word',
    }),
    did_you_mean: Nullable(Type.String(), {
      description: 'The text in words that the catalogue knows, where that is another. Else null',
    }),
    whole_total: Nullable(Type.Integer({ minimum: 0 }), {
      description:
        'How many of the products have all of the text, where few have and others follow that have less of it; otherwise null',
    }),
  },
  { $id: 'SearchReading', description: 'How the text was taken' },
);
export type SearchReading = Static<typeof SearchReading>;

/** Goes with the id of a product that a search showed. */
export const FromSearch = Type.Optional(
  Type.String({
    format: 'uuid',
    description:
      '`search.search_id` of the list that showed the product. One that is not known (any more) counts for nothing',
  }),
);

export const SearchBoostQuery = Type.Object(
  { q: Type.String({ minLength: 1, maxLength: 200, description: 'A text as somebody may search for it' }) },
  { additionalProperties: false },
);
export type SearchBoostQuery = Static<typeof SearchBoostQuery>;

export const SearchBoost = Type.Object(
  {
    product_id: ProductId,
    title: Type.String({ description: 'Of the product' }),
    clickers: Type.Integer({ minimum: 0, description: 'People who looked at it after such a search' }),
    buyers: Type.Integer({ minimum: 0, description: 'People who bought it after such a search' }),
    points: Type.Number({
      minimum: 0,
      description:
        'Added to what its words are worth, where it matches anyway: 0.6 · w / (w + 20), w the clickers, 20 at most, and four times the buyers',
    }),
  },
  { $id: 'SearchBoost', description: 'What people chose after a search' },
);
export type SearchBoost = Static<typeof SearchBoost>;

export const SearchBoostList = Type.Object(
  {
    key: Type.String({ description: 'The words that these searches had in common' }),
    items: Type.Array(SearchBoost, {
      description: 'Most points first. Of the last 90 days, counted anew every few minutes',
    }),
  },
  { $id: 'SearchBoostList' },
);
export type SearchBoostList = Static<typeof SearchBoostList>;
