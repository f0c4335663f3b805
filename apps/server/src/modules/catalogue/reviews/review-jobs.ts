import type { JobHandler, JobSchedule } from '../../../platform/jobs/job-runner.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { refreshRatings } from './review-repository.ts';

export const reviewSchedules: readonly JobSchedule[] = [{ name: 'refresh-ratings', cron: '10 3 * * *' }];

/** An import puts ratings off to its end, which one that was broken off and never taken up again does not reach. */
export function reviewJobs({ db }: { db: Database }): Record<string, JobHandler> {
  return { 'refresh-ratings': () => refreshRatings(db) };
}
