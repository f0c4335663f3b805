import { type Static, Type } from 'typebox';
import { ProductSummary } from './product.ts';
import { TextRange } from './search.ts';

export const SuggestionQuery = Type.Object(
  {
    q: Type.String({ maxLength: 200, description: 'What has been typed so far' }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10, default: 8 })),
  },
  { additionalProperties: false },
);
export type SuggestionQuery = Static<typeof SuggestionQuery>;

const text = {
  text: Type.String(),
  matches: Type.Array(TextRange, { description: 'Where the text has what was typed' }),
};

export const Suggestion = Type.Union(
  [
    Type.Object({ kind: Type.Literal('query'), ...text }),
    Type.Object({
      kind: Type.Literal('category'),
      ...text,
      slug: Type.String(),
      parent_name: Type.Union([Type.String(), Type.Null()], {
        description: 'Of the category that it stands in; null for a department',
      }),
    }),
    Type.Object({ kind: Type.Literal('brand'), ...text }),
    Type.Object({ kind: Type.Literal('product'), ...text, product: ProductSummary }),
  ],
  { $id: 'Suggestion' },
);
export type Suggestion = Static<typeof Suggestion>;

export const SuggestionList = Type.Object(
  {
    items: Type.Array(Suggestion, { description: 'Searches first, then categories, brands and products' }),
  },
  { $id: 'SuggestionList' },
);
export type SuggestionList = Static<typeof SuggestionList>;
