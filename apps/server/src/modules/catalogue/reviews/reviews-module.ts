import type { Module } from '../../../platform/module.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { ownReviewRoutes } from './own-review-routes.ts';
import { reviewAdminRoutes } from './review-admin-routes.ts';
import { reviewJobs, reviewSchedules } from './review-jobs.ts';
import { reviewRoutes } from './review-routes.ts';

export function createReviewsModule({ db }: { db: Database }): Module {
  return {
    name: 'reviews',
    routes: [reviewRoutes({ db }), ownReviewRoutes({ db }), reviewAdminRoutes({ db })],
    jobs: reviewJobs({ db }),
    schedules: reviewSchedules,
  };
}
