import { toCopyLine } from './copy-line.ts';
import { looksLikeMeta, type ReviewRow, reviewColumns, toReviewRow } from './review-row.ts';
import type { RowFormat } from './row-format.ts';

/** One review per user and product in a batch; `firstTimeMs` is that of the oldest one it stands for. */
interface ReviewToMerge extends ReviewRow {
  firstTimeMs: number;
}

/** `now` bounds the times that are believed. */
export const reviewFormat = ({ now }: { now: number }): RowFormat<ReviewToMerge, null> => ({
  sourceKind: { knownColumns: reviewColumns, takesRatings: true },
  toRow(record, note) {
    const review = toReviewRow(record, { now, note });
    return { ...review, firstTimeMs: review.timeMs };
  },
  refuse: (record) =>
    looksLikeMeta(record) ? 'holds products, not reviews: use "kindred import meta".' : null,
  keyOf: ({ userId, parentAsin }) => `${userId}\0${parentAsin}`,
  combine(earlier, later) {
    const winner = later.timeMs >= earlier.timeMs ? later : earlier;
    return { ...winner, firstTimeMs: Math.min(earlier.firstTimeMs, later.firstTimeMs) };
  },
  toLine(review) {
    const time = new Date(review.timeMs).toISOString();
    return toCopyLine([
      review.userId,
      review.parentAsin,
      review.rating,
      time,
      review.firstTimeMs === review.timeMs ? time : new Date(review.firstTimeMs).toISOString(),
      review.title,
      review.text,
      review.helpfulVotes,
      review.isVerified,
    ]);
  },
  factsOf: () => null,
});
