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
    source: openWord(
      'Which candidate source really produced the item: `model`, `session`, `similar`, `category`, `trending`, `popular`; more may come',
    ),
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
    cursor: Cursor(3_000),
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
    trending_since: Nullable(Moment('The oldest of what was counted for the items that are trending'), {
      description: 'Null: none of them is trending',
    }),
    next_cursor: NextCursor,
  },
  { $id: 'Recommendations', description: 'A shelf' },
);
export type Recommendations = Static<typeof Recommendations>;
