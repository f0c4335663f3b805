import { type Static, Type } from 'typebox';
import { AskedProductId, ProductIds, Uuid } from './id.ts';
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
      'Stable, for programs: `because-you-viewed`, `because-you-bought`, `because-you-reviewed`, `because-you-liked`, `because-of-your-wishlist`, `because-you-have`, `because-of-your-cart`, `goes-with`, `goes-with-your-cart`, `goes-with-your-order`, `liked-together`, `similar-to`, `same-category`, `trending-in-category`, `popular-in-category`, `picked-for-you`, `picked-by-the-shop`, `trending-now`, `popular`; more may come',
    ),
    text: Type.String({ description: 'For people: “Because you viewed Hearthline Mug”' }),
    product_id: Nullable(Type.Integer(), {
      description: 'The product that the reason names. Null: none',
    }),
    can_be_switched_off: Type.Boolean({
      description:
        'Whether the reason is something that the person did. Feedback of kind `without` about `product_id` then ranks the shelf anew without it',
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
      'Which candidate source really produced the item: `model`, `session`, `goes-with`, `together`, `similar`, `category`, `category-trending`, `trending`, `popular`, `any`, `pin`; more may come',
    ),
    reason: RecommendationReason,
    position: Type.Integer({ minimum: 1, description: 'The position on the shelf' }),
  },
  { $id: 'RecommendedItem', description: 'A product, and the reason why it is shown' },
);
export type RecommendedItem = Static<typeof RecommendedItem>;

export const RecommendationContext = Type.Union(
  [
    Type.Literal('home'),
    Type.Literal('product'),
    Type.Literal('product-similar'),
    Type.Literal('product-goes-with'),
    Type.Literal('cart'),
    Type.Literal('order-confirmation'),
    Type.Literal('search-empty'),
    Type.Literal('category'),
    Type.Literal('mail'),
    Type.Literal('trending'),
  ],
  {
    description:
      'The place of the shelf. Default: `home`. `product` and `product-similar`: alternatives to a product. `product-goes-with`: what people buy with it. `cart` and `order-confirmation`: what goes with several products',
  },
);
export type RecommendationContext = Static<typeof RecommendationContext>;

export const RecommendationQuery = Type.Object(
  {
    context: Type.Optional(RecommendationContext),
    product_id: Type.Optional({
      ...AskedProductId,
      description: 'Required for `product` and the contexts that begin with it: the product whose page it is',
    }),
    product_ids: Type.Optional(
      ProductIds(
        50,
        'For `cart` and `order-confirmation`: the products. Default for `cart`: those in the caller’s cart',
      ),
    ),
    category: Type.Optional(
      Type.String({ maxLength: 300, description: 'Required for `category`: the slug of the category' }),
    ),
    exclude: Type.Optional(
      ProductIds(200, 'Products that are on the page already. The shelf shows none of them, in any option'),
    ),
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
