import type { JobHandler, JobSchedule } from '../../../platform/jobs/job-runner.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { sweepRemovedItems, sweepVisitorWishlists } from './wishlist-repository.ts';

const oneDayMs = 24 * 60 * 60 * 1_000;
/** The same time as for a visitor's cart. */
const keptMs = 90 * oneDayMs;
const atOnce = 1_000;

export const wishlistSchedules: readonly JobSchedule[] = [{ name: 'sweep-wishlists', cron: '50 3 * * *' }];

export function wishlistJobs({ db, clock }: { db: Database; clock: () => Date }): Record<string, JobHandler> {
  return {
    'sweep-wishlists': async () => {
      const now = clock().getTime();
      await sweepRemovedItems(db, new Date(now - oneDayMs));
      const unchangedSince = new Date(now - keptMs);
      while ((await sweepVisitorWishlists(db, { unchangedSince, limit: atOnce })) === atOnce);
    },
  };
}
