import type { Module } from '../../../platform/module.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { feedbackJobs, feedbackSchedules } from './feedback-jobs.ts';
import { feedbackRoutes } from './feedback-routes.ts';
import { viewedRoutes } from './viewed-routes.ts';

export function createFeedbackModule({
  db,
  clock,
  onChoice,
}: {
  db: Database;
  clock: () => Date;
  /** Called when a member has switched personal recommendations off or on, so that this node’s next request follows it. */
  onChoice: (userId: string) => void;
}): Module {
  return {
    name: 'feedback',
    routes: [feedbackRoutes({ db, onChoice }), viewedRoutes({ db })],
    jobs: feedbackJobs({ db, clock }),
    schedules: feedbackSchedules,
  };
}
