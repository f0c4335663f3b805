import { type Static, Type } from 'typebox';
import { AskedProductId } from './id.ts';
import { Moment } from './moment.ts';
import { Nullable } from './nullable.ts';
import { Cursor, Limit, NextCursor } from './paging.ts';
import { ProductSummary } from './product.ts';
import { Deed } from './signal.ts';

export const FeedbackKind = Type.Union(
  [
    Type.Literal('like'),
    Type.Literal('dislike'),
    Type.Literal('hide'),
    Type.Literal('own'),
    Type.Literal('less-of-brand'),
    Type.Literal('less-of-category'),
    Type.Literal('without'),
  ],
  {
    description:
      '`like`: more like this. `dislike`: less like this, and never this product. `hide`: never this product. `own`: the person has it. `less-of-brand`, `less-of-category`: fewer products of the product’s brand, or of its category. `without`: the product is no longer a reason for recommendations',
  },
);
export type FeedbackKind = Static<typeof FeedbackKind>;

export const NewFeedback = Type.Object(
  {
    kind: FeedbackKind,
    product_id: {
      ...AskedProductId,
      description: 'The product on the card, or the one that the reason names',
    },
  },
  { $id: 'NewFeedback', additionalProperties: false, examples: [{ kind: 'hide', product_id: 1 }] },
);
export type NewFeedback = Static<typeof NewFeedback>;

export const Feedback = Type.Object(
  {
    feedback_id: Type.String({ description: 'For taking it back' }),
    kind: FeedbackKind,
    product: Nullable(ProductSummary, {
      description: 'Null: it is about a brand or a category, or the product is no longer listed',
    }),
    brand: Nullable(Type.String(), { description: 'For `less-of-brand`' }),
    category: Nullable(
      Type.Object({
        category_id: Type.Integer({ description: 'The number of the category' }),
        name: Type.String({ description: 'Its name' }),
      }),
      { description: 'For `less-of-category`' },
    ),
    given_at: Moment('When the person gave it'),
  },
  { $id: 'Feedback', description: 'What a person says about their recommendations' },
);
export type Feedback = Static<typeof Feedback>;

export const FeedbackQuery = Type.Object(
  { limit: Limit(100, 24), cursor: Cursor() },
  { additionalProperties: false },
);
export type FeedbackQuery = Static<typeof FeedbackQuery>;

export const FeedbackList = Type.Object(
  {
    items: Type.Array(Feedback, { description: 'The newest first' }),
    next_cursor: NextCursor,
  },
  { $id: 'FeedbackList', description: 'A page of feedback' },
);
export type FeedbackList = Static<typeof FeedbackList>;

export const RecommendationPreferences = Type.Object(
  {
    is_opted_out: Type.Boolean({
      description:
        'Whether recommendations are the same for the person as for everybody. If so, the shop stores nothing about what the person views',
    }),
  },
  {
    $id: 'RecommendationPreferences',
    additionalProperties: false,
    examples: [{ is_opted_out: false }],
  },
);
export type RecommendationPreferences = Static<typeof RecommendationPreferences>;

export const RecommendationHistory = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        product: ProductSummary,
        deed: Deed,
        at: Moment('When'),
      }),
      { description: 'The newest first' },
    ),
  },
  { $id: 'RecommendationHistory', description: 'What a person’s recommendations are made from' },
);
export type RecommendationHistory = Static<typeof RecommendationHistory>;
