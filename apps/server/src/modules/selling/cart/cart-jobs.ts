import type { JobHandler, JobSchedule } from '../../../platform/jobs/job-runner.ts';
import { sweepVisitorCarts } from './cart-repository.ts';
import type { Carts } from './read-cart.ts';

const keptMs = 90 * 24 * 60 * 60 * 1_000;
const atOnce = 1_000;

export const cartSchedules: readonly JobSchedule[] = [{ name: 'sweep-carts', cron: '40 3 * * *' }];

export function cartJobs({ db, clock }: Pick<Carts, 'db' | 'clock'>): Record<string, JobHandler> {
  return {
    'sweep-carts': async () => {
      const unchangedSince = new Date(clock().getTime() - keptMs);
      while ((await sweepVisitorCarts(db, { unchangedSince, limit: atOnce })) === atOnce);
    },
  };
}
