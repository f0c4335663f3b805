import { type Static, Type } from 'typebox';

export const Review = Type.Object(
  {
    review_id: Type.String({ description: 'A 64-bit integer as text' }),
    author: Type.String({ description: 'First name and initial, or “Kindred shopper”' }),
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
