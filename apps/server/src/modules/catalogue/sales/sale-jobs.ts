import type { Logger } from 'pino';
import type { JobHandler, JobSchedule } from '../../../platform/jobs/job-runner.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { applySales, purgeSales } from './sale-repository.ts';

const applySalesJob = 'sales.apply';
const purgeSalesJob = 'sales.purge';

export const saleSchedules: readonly JobSchedule[] = [
  { name: applySalesJob, cron: '* * * * *' },
  { name: purgeSalesJob, cron: '25 3 * * *' },
];

export const saleJobs = ({
  db,
  clock,
  logger,
}: {
  db: Database;
  clock: () => Date;
  logger: Pick<Logger, 'info'>;
}): Record<string, JobHandler> => ({
  async [applySalesJob]() {
    const { began, ended } = await applySales(db, { at: clock() });
    if (began + ended > 0) logger.info({ began, ended }, 'sales began or ended');
  },
  [purgeSalesJob]: () => purgeSales(db),
});
