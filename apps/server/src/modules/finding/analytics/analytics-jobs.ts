import type { Shop } from '@kindred/contracts';
import { addJob } from '../../../platform/jobs/add-job.ts';
import type { JobHandler, JobSchedule } from '../../../platform/jobs/job-runner.ts';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { attributeOrder, takeBackRefunds } from './attribution-repository.ts';
import { keepMonths, purgeOldIds } from './month-partitions.ts';
import { markRobots } from './robot-repository.ts';

export const analyticsSchedules: readonly JobSchedule[] = [
  { name: 'mark-robots', cron: '*/30 * * * *' },
  { name: 'keep-months', cron: '5 3 * * *' },
];

export function analyticsJobs({
  db,
  readShop,
}: {
  db: Database;
  readShop: () => Promise<Shop>;
}): Record<string, JobHandler> {
  return {
    async 'attribute-order'(payload) {
      const { orderId, visitorId } = payload as AttributedOrder;
      const { attribution_days } = (await readShop()).recommendations;
      await attributeOrder(db, { orderId, visitorId }, attribution_days);
      await takeBackRefunds(db, orderId);
    },
    'take-back-attribution': (payload) => takeBackRefunds(db, (payload as { orderId: string }).orderId),
    async 'mark-robots'() {
      await markRobots(db);
    },
    async 'keep-months'() {
      const { retention_months } = (await readShop()).recommendations;
      await keepMonths(db, { retentionMonths: retention_months });
      await purgeOldIds(db);
    },
  };
}

interface AttributedOrder {
  readonly orderId: string;
  /** The browser of a guest who bought it. */
  readonly visitorId: string | null;
}

/** Attributes an order once its transaction has committed. */
export const queueAttribution = (tx: Transaction, order: AttributedOrder): Promise<void> =>
  addJob(tx, { name: 'attribute-order', payload: { ...order } });

/** Takes a refund back from the attributions of its order. */
export const queueTakeBack = (tx: Transaction, orderId: string): Promise<void> =>
  addJob(tx, {
    name: 'take-back-attribution',
    payload: { orderId },
    key: `take-back-attribution:${orderId}`,
  });
