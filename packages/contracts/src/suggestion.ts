import { type Static, Type } from 'typebox';
import { Nullable } from './nullable.ts';
import { Limit } from './paging.ts';
import { ProductSummary } from './product.ts';
import { TextRange } from './search.ts';

export const SuggestionQuery = Type.Object(
  {
    q: Type.String({ maxLength: 200, description: 'What has been typed so far' }),
    limit: Limit(10, 8),
  },
  { additionalProperties: false },
);
export type SuggestionQuery = Static<typeof SuggestionQuery>;

const Kind = <Name extends string>(name: Name) => Type.Literal(name, { description: 'What it is' });

const text = {
  text: Type.String({ description: 'For people; of `query`, also what to search for' }),
  matches: Type.Array(TextRange, { description: 'Where the text has what was typed' }),
};

export const Suggestion = Type.Union(
  [
    Type.Object({ kind: Kind('query'), ...text }),
    Type.Object({
      kind: Kind('category'),
      ...text,
      slug: Type.String({ description: 'Of the category' }),
      parent_name: Nullable(Type.String(), {
        description: 'Of the category that it stands in; null for a department',
      }),
    }),
    Type.Object({ kind: Kind('brand'), ...text }),
    Type.Object({ kind: Kind('product'), ...text, product: ProductSummary }),
  ],
  { $id: 'Suggestion', description: 'What somebody who began to type may mean' },
);
export type Suggestion = Static<typeof Suggestion>;

export const SuggestionList = Type.Object(
  {
    items: Type.Array(Suggestion, { description: 'Searches first, then categories, brands and products' }),
  },
  { $id: 'SuggestionList' },
);
export type SuggestionList = Static<typeof SuggestionList>;
