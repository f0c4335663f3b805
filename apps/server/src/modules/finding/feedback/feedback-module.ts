import type { Module } from '../../../platform/module.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { feedbackJobs, feedbackSchedules } from './feedback-jobs.ts';
import { feedbackRoutes } from './feedback-routes.ts';

export function createFeedbackModule({ db, clock }: { db: Database; clock: () => Date }): Module {
  return {
    name: 'feedback',
    routes: [feedbackRoutes({ db })],
    jobs: feedbackJobs({ db, clock }),
    schedules: feedbackSchedules,
  };
}
