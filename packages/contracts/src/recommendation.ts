import { type Static, Type } from 'typebox';
import { ProductSummary } from './product.ts';

export const RecommendationSource = Type.Union(
  [
    Type.Literal('model'),
    Type.Literal('session'),
    Type.Literal('similar'),
    Type.Literal('trending'),
    Type.Literal('popular'),
  ],
  { description: 'Which candidate source really produced the item' },
);
export type RecommendationSource = Static<typeof RecommendationSource>;

export const RecommendationReason = Type.Object({
  code: Type.Union([
    Type.Literal('because_you_viewed'),
    Type.Literal('because_you_reviewed'),
    Type.Literal('similar_to'),
    Type.Literal('picked_for_you'),
    Type.Literal('trending_now'),
    Type.Literal('popular'),
  ]),
  text: Type.String({ description: 'For people: “Because you viewed Hearthline Mug”' }),
  product_id: Type.Union([Type.Integer(), Type.Null()], { description: 'The product that the reason names' }),
});
export type RecommendationReason = Static<typeof RecommendationReason>;

export const RecommendedItem = Type.Object(
  {
    product: ProductSummary,
    score: Type.Number(),
    source: RecommendationSource,
    reason: RecommendationReason,
    position: Type.Integer({ minimum: 1 }),
  },
  { $id: 'RecommendedItem' },
);
export type RecommendedItem = Static<typeof RecommendedItem>;

export const RecommendationContext = Type.Union([
  Type.Literal('home'),
  Type.Literal('product'),
  Type.Literal('cart'),
  Type.Literal('trending'),
]);
export type RecommendationContext = Static<typeof RecommendationContext>;

export const RecommendationQuery = Type.Object(
  {
    context: Type.Optional(RecommendationContext),
    product_id: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647 })),
    user_id: Type.Optional(
      Type.String({ maxLength: 128, description: 'Another person’s shelf: an admin token only' }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 12 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);
export type RecommendationQuery = Static<typeof RecommendationQuery>;

export const Recommendations = Type.Object(
  {
    request_id: Type.String({ format: 'uuid' }),
    model_version: Type.Union([Type.String(), Type.Null()]),
    variant: Type.String(),
    items: Type.Array(RecommendedItem),
    next_cursor: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'Recommendations' },
);
export type Recommendations = Static<typeof Recommendations>;
