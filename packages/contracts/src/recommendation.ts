import { type Static, Type } from 'typebox';
import { AskedProductId, Uuid } from './id.ts';
import { Moment } from './moment.ts';
import { Nullable } from './nullable.ts';
import { Cursor, Limit, NextCursor } from './paging.ts';
import { ProductSummary } from './product.ts';

/** A word from an open set: a shop may add its own sources and reasons. */
const openWord = (description: string) =>
  Type.String({ pattern: '^[a-z][a-z0-9-]*$', maxLength: 60, description });

export const RecommendationReason = Type.Object(
  {
    code: openWord(
      'Stable, for programs: `because-you-viewed`, `because-you-bought`, `because-you-reviewed`, `similar-to`, `same-category`, `picked-for-you`, `trending-now`, `popular`; more may come',
    ),
    text: Type.String({ description: 'For people: “Because you viewed Hearthline Mug”' }),
    product_id: Nullable(Type.Integer(), {
      description: 'The product that the reason names. Null: none',
    }),
  },
  { $id: 'RecommendationReason', description: 'The reason for an item' },
);
export type RecommendationReason = Static<typeof RecommendationReason>;

export const RecommendedItem = Type.Object(
  {
    product: ProductSummary,
    score: Type.Number({ description: 'The source’s score; comparable only within the same source' }),
    source: openWord(
      'Which candidate source really produced the item: `model`, `session`, `similar`, `category`, `trending`, `popular`; more may come',
    ),
    reason: RecommendationReason,
    position: Type.Integer({ minimum: 1, description: 'The position on the shelf' }),
  },
  { $id: 'RecommendedItem', description: 'A product, and the reason why it is shown' },
);
export type RecommendedItem = Static<typeof RecommendedItem>;

export const RecommendationContext = Type.Union(
  [Type.Literal('home'), Type.Literal('product'), Type.Literal('cart'), Type.Literal('trending')],
  { description: 'The place of the shelf. Default: `home`' },
);
export type RecommendationContext = Static<typeof RecommendationContext>;

export const RecommendationQuery = Type.Object(
  {
    context: Type.Optional(RecommendationContext),
    product_id: Type.Optional({
      ...AskedProductId,
      description: 'Required for `product`: the product whose page it is',
    }),
    user_id: Type.Optional(
      Type.String({ maxLength: 128, description: 'Another person’s shelf; only for administrators' }),
    ),
    limit: Limit(100, 12),
    cursor: Cursor(3_000),
  },
  { additionalProperties: false },
);
export type RecommendationQuery = Static<typeof RecommendationQuery>;

export const Recommendations = Type.Object(
  {
    request_id: Uuid('The id of this answer, for later events'),
    model_version: Nullable(Type.String(), { description: 'Null: no model is active' }),
    variant: Type.String({ description: 'The arm of an experiment that answered' }),
    items: Type.Array(RecommendedItem, { description: 'The best first' }),
    trending_since: Nullable(Moment('The oldest action that was counted for the trending items'), {
      description: 'Null: no item is trending',
    }),
    next_cursor: NextCursor,
  },
  { $id: 'Recommendations', description: 'A shelf' },
);
export type Recommendations = Static<typeof Recommendations>;
