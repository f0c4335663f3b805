import { mergeReviews, type ReviewToMerge, refreshAverageRatings, reviewStaging } from './merge-reviews.ts';
import { looksLikeMeta, reviewColumns, toReviewRow } from './review-row.ts';
import { type ImportOptions, type ImportSummary, runImport } from './run-import.ts';

/**
 * Reviews of the known layouts into the database: one per user and product, the newest wins and of two of the same time the one
 * further down. Unknown users are made; an unknown product becomes a stub that is not listed until its meta comes.
 */
export function importReviews(options: ImportOptions & { now?: Date }): Promise<ImportSummary> {
  const now = (options.now ?? new Date()).getTime();
  return runImport<ReviewToMerge>(
    {
      kind: 'reviews',
      sourceKind: { knownColumns: reviewColumns, takesRatings: true },
      batchRows: 20_000,
      staging: reviewStaging,
      analyze: [
        'users',
        'products (is_listed, average_rating, rating_count)',
        'reviews (user_id, product_id, rating, "timestamp")',
      ],
      toRow(record) {
        const review = toReviewRow(record, now);
        return { ...review, firstTimeMs: review.timeMs };
      },
      refuse: (record) =>
        looksLikeMeta(record) ? 'holds products, not reviews: use "kindred import meta".' : null,
      keyOf: ({ userId, parentAsin }) => `${userId}\0${parentAsin}`,
      combine(earlier, later) {
        const winner = later.timeMs >= earlier.timeMs ? later : earlier;
        return { ...winner, firstTimeMs: Math.min(earlier.firstTimeMs, later.firstTimeMs) };
      },
      merge: mergeReviews,
      finish: refreshAverageRatings,
    },
    options,
  );
}
