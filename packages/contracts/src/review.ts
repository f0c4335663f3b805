import { type Static, Type } from 'typebox';
import { AskedProductId, ProductId } from './id.ts';
import { Moment } from './moment.ts';
import { Nullable } from './nullable.ts';
import { Cursor, Limit, NextCursor, Total } from './paging.ts';
import { ProductSummary } from './product.ts';

const Rating = Type.Integer({ minimum: 1, maximum: 5, description: 'Stars' });
const HelpfulVotes = Type.Integer({ minimum: 0, description: 'How many users found it helpful' });
const ReviewText = Type.String({ description: 'Plain text; escape it before you show it' });
const Author = Type.String({ description: 'First name and initial, or “A shopper”' });

export const ReviewPhoto = Type.Object(
  {
    url: Type.String({
      description: '480 pixels wide; other widths and formats as for the `image_url` of a product',
    }),
    large_url: Type.String({ description: '1600 pixels wide' }),
  },
  { $id: 'ReviewPhoto', description: 'A picture that the author added to a review' },
);
export type ReviewPhoto = Static<typeof ReviewPhoto>;

const withoutAuthor = {
  review_id: Type.String({ description: 'A 64-bit integer as text' }),
  rating: Rating,
  title: Type.String({ description: 'Plain text; may be empty' }),
  text: ReviewText,
  photos: Type.Array(ReviewPhoto, {
    description: 'In the author’s order. Empty: it has none, or the review is rejected',
  }),
  reviewed_at: Moment('When it was written'),
  helpful_votes: HelpfulVotes,
  verified_purchase: Type.Boolean({ description: 'Whether the author has bought the product' }),
};

export const Review = Type.Object(
  {
    ...withoutAuthor,
    author: Author,
    variant: Nullable(Type.String(), {
      description: 'The variant that it is about: `Blue, L`. Null: the product has no variants',
    }),
  },
  { $id: 'Review', description: 'A shopper’s review of a product' },
);
export type Review = Static<typeof Review>;

export const ReviewSort = Type.Union([Type.Literal('helpful'), Type.Literal('newest')], {
  description: 'The order. Default: `helpful`',
});

export const ReviewQuery = Type.Object(
  {
    rating: Type.Optional({ ...Rating, description: 'Only reviews with this many stars' }),
    q: Type.Optional(
      Type.String({ maxLength: 80, description: 'Only reviews whose title and text have all these words' }),
    ),
    with_photos: Type.Optional(Type.Boolean({ description: 'True: only reviews with photos' })),
    sort: Type.Optional(ReviewSort),
    limit: Limit(50, 10),
    cursor: Cursor(),
  },
  { additionalProperties: false },
);
export type ReviewQuery = Static<typeof ReviewQuery>;

export const ReviewList = Type.Object(
  {
    items: Type.Array(Review, { description: 'The reviews of this page' }),
    total: Total,
    average_rating: Nullable(Type.Number(), { description: 'The mean of all reviews. Null: there are none' }),
    histogram: Type.Array(Type.Integer({ minimum: 0 }), {
      minItems: 5,
      maxItems: 5,
      description: 'Reviews with 1, 2, 3, 4 and 5 stars',
    }),
    with_photos: Type.Integer({ minimum: 0, description: 'The number of all reviews that have photos' }),
    next_cursor: NextCursor,
  },
  { $id: 'ReviewList', description: 'A page of reviews' },
);
export type ReviewList = Static<typeof ReviewList>;

const Title = Type.String({ maxLength: 200, description: 'Plain text' });
const Text = Type.String({ maxLength: 5_000, description: 'Plain text; escape it before you show it' });

export const NewReview = Type.Object(
  { rating: Rating, title: Type.Optional(Title), text: Type.Optional(Text) },
  {
    $id: 'NewReview',
    additionalProperties: false,
    examples: [{ rating: 4, title: 'Good', text: 'It does what it should.' }],
  },
);
export type NewReview = Static<typeof NewReview>;

export const ReviewChange = Type.Object(
  { rating: Type.Optional(Rating), title: Type.Optional(Title), text: Type.Optional(Text) },
  {
    $id: 'ReviewChange',
    additionalProperties: false,
    minProperties: 1,
    description: 'Missing fields stay unchanged',
    examples: [{ rating: 5, text: 'It still does what it should.' }],
  },
);
export type ReviewChange = Static<typeof ReviewChange>;

export const ReviewStatus = Type.Union(
  [Type.Literal('pending'), Type.Literal('published'), Type.Literal('rejected')],
  { $id: 'ReviewStatus', description: '`pending`: waits for moderation' },
);
export type ReviewStatus = Static<typeof ReviewStatus>;

const own = {
  ...withoutAuthor,
  product_id: ProductId,
  status: ReviewStatus,
  moderation_note: Nullable(Type.String(), { description: 'Why it was rejected. Otherwise null' }),
};

export const OwnReview = Type.Object(own, {
  $id: 'OwnReview',
  description: 'A review, as its author sees it',
});
export type OwnReview = Static<typeof OwnReview>;

export const OwnReviewQuery = Type.Object(
  {
    product_id: Type.Optional({ ...AskedProductId, description: 'Only the review of this product' }),
    limit: Limit(50, 10),
    cursor: Cursor(),
  },
  { additionalProperties: false },
);
export type OwnReviewQuery = Static<typeof OwnReviewQuery>;

export const OwnReviewList = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        ...own,
        product: Nullable(ProductSummary, { description: 'Null: no longer listed' }),
      }),
      { description: 'The newest first' },
    ),
    next_cursor: NextCursor,
  },
  { $id: 'OwnReviewList' },
);
export type OwnReviewList = Static<typeof OwnReviewList>;

export const ReviewVote = Type.Object(
  {
    is_helpful: Type.Boolean({ description: 'Whether the user found it helpful' }),
    helpful_votes: HelpfulVotes,
  },
  { $id: 'ReviewVote' },
);
export type ReviewVote = Static<typeof ReviewVote>;

export const ReviewVoteQuery = Type.Object({ product_id: AskedProductId }, { additionalProperties: false });
export type ReviewVoteQuery = Static<typeof ReviewVoteQuery>;

export const OwnReviewVotes = Type.Object(
  { review_ids: Type.Array(Type.String(), { description: 'The reviews that the user found helpful' }) },
  { $id: 'OwnReviewVotes' },
);
export type OwnReviewVotes = Static<typeof OwnReviewVotes>;

export const ReviewableQuery = Type.Object({ limit: Limit(50, 24) }, { additionalProperties: false });
export type ReviewableQuery = Static<typeof ReviewableQuery>;

export const ReviewableList = Type.Object(
  {
    items: Type.Array(Type.Object({ product: ProductSummary, delivered_at: Moment('When it arrived') }), {
      description: 'The most recently delivered first',
    }),
    total: Type.Integer({ minimum: 0, description: 'The number of products' }),
  },
  { $id: 'ReviewableList' },
);
export type ReviewableList = Static<typeof ReviewableList>;

export const ModeratedReview = Type.Object(
  {
    ...own,
    author: Author,
    user_id: Type.String({ description: 'The author’s id' }),
    product_title: Type.String({ description: 'The product’s title' }),
    moderated_by: Nullable(Type.String(), { description: 'The moderator. Null: not decided yet' }),
    moderated_at: Nullable(Moment('When it was decided. Null: not decided yet')),
  },
  { $id: 'ModeratedReview', description: 'A review, as a moderator sees it' },
);
export type ModeratedReview = Static<typeof ModeratedReview>;

export const ModerationQuery = Type.Object(
  {
    status: Type.Optional({ ...ReviewStatus, description: 'The status. Default: `pending`' }),
    limit: Limit(100, 25),
    cursor: Cursor(),
  },
  { additionalProperties: false },
);
export type ModerationQuery = Static<typeof ModerationQuery>;

export const ModerationList = Type.Object(
  {
    items: Type.Array(ModeratedReview, { description: 'The oldest first' }),
    next_cursor: NextCursor,
  },
  { $id: 'ModerationList' },
);
export type ModerationList = Static<typeof ModerationList>;

export const ReviewRejection = Type.Object(
  { note: Type.String({ minLength: 1, maxLength: 1_000, description: 'The author reads it' }) },
  {
    $id: 'ReviewRejection',
    additionalProperties: false,
    examples: [{ note: 'It is about another product' }],
  },
);
export type ReviewRejection = Static<typeof ReviewRejection>;
