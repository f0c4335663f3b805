import type { JobHandler, JobSchedule } from '../../../platform/jobs/job-runner.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { refreshRatings } from './review-repository.ts';

export const reviewSchedules: readonly JobSchedule[] = [{ name: 'refresh-ratings', cron: '10 3 * * *' }];

/** An import defers ratings to its end. This job covers imports that were interrupted and never resumed. */
export function reviewJobs({ db }: { db: Database }): Record<string, JobHandler> {
  return { 'refresh-ratings': () => refreshRatings(db) };
}
