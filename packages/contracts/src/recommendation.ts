import { type Static, Type } from 'typebox';
import { AskedProductId, Uuid } from './id.ts';
import { Nullable } from './nullable.ts';
import { Cursor, Limit, NextCursor } from './paging.ts';
import { ProductSummary } from './product.ts';

export const RecommendationSource = Type.Union(
  [
    Type.Literal('model'),
    Type.Literal('session'),
    Type.Literal('similar'),
    Type.Literal('trending'),
    Type.Literal('popular'),
  ],
  { $id: 'RecommendationSource', description: 'Which candidate source really produced the item' },
);
export type RecommendationSource = Static<typeof RecommendationSource>;

export const RecommendationReason = Type.Object(
  {
    code: Type.Union(
      [
        Type.Literal('because-you-viewed'),
        Type.Literal('because-you-reviewed'),
        Type.Literal('similar-to'),
        Type.Literal('picked-for-you'),
        Type.Literal('trending-now'),
        Type.Literal('popular'),
      ],
      { description: 'Stable, for programs' },
    ),
    text: Type.String({ description: 'For people: “Because you viewed Hearthline Mug”' }),
    product_id: Nullable(Type.Integer(), {
      description: 'The product that the reason names. Null: it names none',
    }),
  },
  { $id: 'RecommendationReason', description: 'Why the item is there' },
);
export type RecommendationReason = Static<typeof RecommendationReason>;

export const RecommendedItem = Type.Object(
  {
    product: ProductSummary,
    score: Type.Number({ description: 'What the source thinks of it; only to be compared within it' }),
    source: RecommendationSource,
    reason: RecommendationReason,
    position: Type.Integer({ minimum: 1, description: 'Its place on the shelf' }),
  },
  { $id: 'RecommendedItem', description: 'A product, and why it is shown' },
);
export type RecommendedItem = Static<typeof RecommendedItem>;

export const RecommendationContext = Type.Union(
  [Type.Literal('home'), Type.Literal('product'), Type.Literal('cart'), Type.Literal('trending')],
  { description: 'Where the shelf stands; `home` without it' },
);
export type RecommendationContext = Static<typeof RecommendationContext>;

export const RecommendationQuery = Type.Object(
  {
    context: Type.Optional(RecommendationContext),
    product_id: Type.Optional({
      ...AskedProductId,
      description: 'Of `product`, which asks for it: whose page it is',
    }),
    user_id: Type.Optional(
      Type.String({ maxLength: 128, description: 'Another person’s shelf: an admin token only' }),
    ),
    limit: Limit(100, 12),
    cursor: Cursor(),
  },
  { additionalProperties: false },
);
export type RecommendationQuery = Static<typeof RecommendationQuery>;

export const Recommendations = Type.Object(
  {
    request_id: Uuid('Names this answer in the events that follow from it'),
    model_version: Nullable(Type.String(), { description: 'Null: no model is active' }),
    variant: Type.String({ description: 'Which arm of an experiment answered' }),
    items: Type.Array(RecommendedItem, { description: 'The best first' }),
    next_cursor: NextCursor,
  },
  { $id: 'Recommendations', description: 'A shelf' },
);
export type Recommendations = Static<typeof Recommendations>;
