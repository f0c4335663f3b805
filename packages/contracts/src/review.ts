import { type Static, Type } from 'typebox';
import { ProductSummary } from './product.ts';

export const Review = Type.Object(
  {
    review_id: Type.String({ description: 'A 64-bit integer as text' }),
    author: Type.String({ description: 'First name and initial, or “A shopper”' }),
    rating: Type.Integer({ minimum: 1, maximum: 5 }),
    title: Type.String(),
    text: Type.String(),
    reviewed_at: Type.String({ format: 'date-time' }),
    helpful_votes: Type.Integer({ minimum: 0 }),
    verified_purchase: Type.Boolean(),
  },
  { $id: 'Review' },
);
export type Review = Static<typeof Review>;

export const ReviewSort = Type.Union([Type.Literal('helpful'), Type.Literal('newest')]);

export const ReviewQuery = Type.Object(
  {
    rating: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    sort: Type.Optional(ReviewSort),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 10 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);
export type ReviewQuery = Static<typeof ReviewQuery>;

export const ReviewList = Type.Object(
  {
    items: Type.Array(Review),
    total: Type.Integer({ minimum: 0 }),
    average_rating: Type.Union([Type.Number(), Type.Null()]),
    histogram: Type.Array(Type.Integer({ minimum: 0 }), {
      minItems: 5,
      maxItems: 5,
      description: 'Reviews with 1, 2, 3, 4 and 5 stars',
    }),
    next_cursor: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'ReviewList' },
);
export type ReviewList = Static<typeof ReviewList>;

const Rating = Type.Integer({ minimum: 1, maximum: 5 });
const Title = Type.String({ maxLength: 200 });
const Text = Type.String({ maxLength: 5_000 });

/** Text is text: whoever shows it escapes it. */
export const NewReview = Type.Object(
  { rating: Rating, title: Type.Optional(Title), text: Type.Optional(Text) },
  { $id: 'NewReview', additionalProperties: false },
);
export type NewReview = Static<typeof NewReview>;

export const ReviewChange = Type.Object(
  { rating: Type.Optional(Rating), title: Type.Optional(Title), text: Type.Optional(Text) },
  { $id: 'ReviewChange', additionalProperties: false, minProperties: 1 },
);
export type ReviewChange = Static<typeof ReviewChange>;

export const ReviewStatus = Type.Union([
  Type.Literal('pending'),
  Type.Literal('published'),
  Type.Literal('rejected'),
]);
export type ReviewStatus = Static<typeof ReviewStatus>;

const { author: _author, ...withoutAuthor } = Review.properties;

/** As its author sees it. */
export const OwnReview = Type.Object(
  {
    ...withoutAuthor,
    product_id: Type.Integer({ minimum: 1 }),
    status: ReviewStatus,
    moderation_note: Type.Union([Type.String(), Type.Null()], { description: 'Why it was rejected' }),
  },
  { $id: 'OwnReview' },
);
export type OwnReview = Static<typeof OwnReview>;

export const OwnReviewQuery = Type.Object(
  {
    product_id: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 10 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);
export type OwnReviewQuery = Static<typeof OwnReviewQuery>;

export const OwnReviewList = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        ...OwnReview.properties,
        product: Type.Union([ProductSummary, Type.Null()], { description: 'Null: not listed any more' }),
      }),
    ),
    next_cursor: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'OwnReviewList' },
);
export type OwnReviewList = Static<typeof OwnReviewList>;

export const ReviewVote = Type.Object(
  { is_helpful: Type.Boolean(), helpful_votes: Type.Integer({ minimum: 0 }) },
  { $id: 'ReviewVote' },
);
export type ReviewVote = Static<typeof ReviewVote>;

export const ReviewVoteQuery = Type.Object(
  { product_id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) },
  { additionalProperties: false },
);
export type ReviewVoteQuery = Static<typeof ReviewVoteQuery>;

export const OwnReviewVotes = Type.Object(
  { review_ids: Type.Array(Type.String(), { description: 'Those that I said had helped me' }) },
  { $id: 'OwnReviewVotes' },
);
export type OwnReviewVotes = Static<typeof OwnReviewVotes>;

export const ReviewableQuery = Type.Object(
  { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 24 })) },
  { additionalProperties: false },
);
export type ReviewableQuery = Static<typeof ReviewableQuery>;

export const ReviewableList = Type.Object(
  {
    items: Type.Array(
      Type.Object({ product: ProductSummary, delivered_at: Type.String({ format: 'date-time' }) }),
      { description: 'What was delivered last comes first' },
    ),
    total: Type.Integer({ minimum: 0 }),
  },
  { $id: 'ReviewableList' },
);
export type ReviewableList = Static<typeof ReviewableList>;

/** As who moderates sees it. */
export const ModeratedReview = Type.Object(
  {
    ...OwnReview.properties,
    author: Type.String(),
    user_id: Type.String(),
    product_title: Type.String(),
    moderated_by: Type.Union([Type.String(), Type.Null()]),
    moderated_at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  },
  { $id: 'ModeratedReview' },
);
export type ModeratedReview = Static<typeof ModeratedReview>;

export const ModerationQuery = Type.Object(
  {
    status: Type.Optional(ReviewStatus),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 25 })),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  },
  { additionalProperties: false },
);
export type ModerationQuery = Static<typeof ModerationQuery>;

export const ModerationList = Type.Object(
  {
    items: Type.Array(ModeratedReview, { description: 'In the order in which they came' }),
    next_cursor: Type.Union([Type.String(), Type.Null()]),
  },
  { $id: 'ModerationList' },
);
export type ModerationList = Static<typeof ModerationList>;

export const ReviewRejection = Type.Object(
  { note: Type.String({ minLength: 1, maxLength: 1_000, description: 'The author reads it' }) },
  { $id: 'ReviewRejection', additionalProperties: false },
);
export type ReviewRejection = Static<typeof ReviewRejection>;
