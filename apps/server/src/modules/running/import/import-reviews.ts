import type { ImportOptions, ImportSummary } from './import-plan.ts';
import { mergeReviews, refreshRatings, reviewStaging } from './merge-reviews.ts';
import { userStaging } from './merge-users.ts';
import type { ReviewFacts } from './review-format.ts';
import { runImport } from './run-import.ts';

/**
 * Imports reviews in any known layout: one per user and product. The newest one counts, or the later line if two have the same time. It
 * creates unknown users. An unknown product becomes a stub, which is not listed until its data is imported.
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
