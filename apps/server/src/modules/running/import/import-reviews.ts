import type { ImportOptions, ImportSummary } from './import-plan.ts';
import { mergeReviews, refreshRatings, reviewStaging } from './merge-reviews.ts';
import { userStaging } from './merge-users.ts';
import type { ReviewFacts } from './review-format.ts';
import { runImport } from './run-import.ts';

/**
 * Reviews of the known layouts into the database: one per user and product, the newest wins and of two of the same time the one
 * further down. Unknown users are made; an unknown product becomes a stub that is not listed until its meta comes.
 */
export function importReviews(options: ImportOptions & { now?: Date }): Promise<ImportSummary> {
  return runImport<ReviewFacts>(
    {
      kind: 'reviews',
      format: {
        kind: 'reviews',
        now: (options.now ?? new Date()).getTime(),
        replace: options.replace ?? false,
      },
      batchRows: 20_000,
      staging: [reviewStaging, userStaging],
      analyze: [
        'users',
        'products (is_listed, average_rating, rating_count)',
        'reviews (user_id, product_id, rating, "timestamp")',
      ],
      merge: mergeReviews,
      finish: refreshRatings,
    },
    options,
  );
}
