import { type Static, Type } from 'typebox';
import { Nullable } from './nullable.ts';
import { Limit } from './paging.ts';
import { ProductSummary } from './product.ts';
import { TextRange } from './search.ts';

export const SuggestionQuery = Type.Object(
  {
    q: Type.String({ maxLength: 200, description: 'The text typed so far' }),
    limit: Limit(10, 8),
  },
  { additionalProperties: false },
);
export type SuggestionQuery = Static<typeof SuggestionQuery>;

const Kind = <Name extends string>(name: Name) =>
  Type.Literal(name, { description: 'The kind of suggestion' });

const text = {
  text: Type.String({ description: 'For people; for `query`, also the text to search for' }),
  matches: Type.Array(TextRange, { description: 'The ranges that match the typed text' }),
};

export const Suggestion = Type.Union(
  [
    Type.Object({ kind: Kind('query'), ...text }),
    Type.Object({
      kind: Kind('category'),
      ...text,
      slug: Type.String({ description: 'The category’s slug' }),
      parent_name: Nullable(Type.String(), {
        description: 'The name of the parent category. Null: this is a department',
      }),
    }),
    Type.Object({ kind: Kind('brand'), ...text }),
    Type.Object({ kind: Kind('product'), ...text, product: ProductSummary }),
  ],
  { $id: 'Suggestion', description: 'A suggestion for a text that is being typed' },
);
export type Suggestion = Static<typeof Suggestion>;

export const SuggestionList = Type.Object(
  {
    items: Type.Array(Suggestion, {
      description: 'Suggestions: searches first, then categories, brands and products',
    }),
  },
  { $id: 'SuggestionList' },
);
export type SuggestionList = Static<typeof SuggestionList>;

export const SearchCountQuery = Type.Object(
  {
    q: Type.String({ minLength: 1, maxLength: 200, description: 'The search text' }),
    category: Type.Optional(
      Type.String({ maxLength: 200, description: 'The slug of a category, including its descendants' }),
    ),
  },
  { additionalProperties: false },
);
export type SearchCountQuery = Static<typeof SearchCountQuery>;

export const SearchCount = Type.Object(
  {
    total: Type.Integer({
      minimum: 0,
      description: 'The `total` of the list of products with this text and category',
    }),
  },
  { $id: 'SearchCount' },
);
export type SearchCount = Static<typeof SearchCount>;
