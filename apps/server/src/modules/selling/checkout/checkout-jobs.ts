import { sweepIdempotencyKeys } from '../../../platform/http/idempotency.ts';
import type { JobHandler, JobSchedule } from '../../../platform/jobs/job-runner.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { sweepCheckouts } from './checkout-repository.ts';

export const checkoutSchedules: readonly JobSchedule[] = [{ name: 'sweep-checkouts', cron: '41 3 * * *' }];

export function checkoutJobs({ db }: { db: Database }): Record<string, JobHandler> {
  return {
    'sweep-checkouts': async () => {
      await sweepCheckouts(db);
      await sweepIdempotencyKeys(db);
    },
  };
}
