import type { JobHandler, JobSchedule } from '../../../platform/jobs/job-runner.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { sweepVisitorFeedback } from './feedback-repository.ts';

/** The same time as for a visitor's cart. */
const keptMs = 90 * 24 * 60 * 60 * 1_000;
const atOnce = 1_000;

export const feedbackSchedules: readonly JobSchedule[] = [{ name: 'sweep-feedback', cron: '55 3 * * *' }];

export function feedbackJobs({ db, clock }: { db: Database; clock: () => Date }): Record<string, JobHandler> {
  return {
    'sweep-feedback': async () => {
      const givenBefore = new Date(clock().getTime() - keptMs);
      while ((await sweepVisitorFeedback(db, { givenBefore, limit: atOnce })) === atOnce);
    },
  };
}
