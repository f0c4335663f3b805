import { addJob } from '../../../platform/jobs/add-job.ts';
import type { JobHandler, JobSchedule } from '../../../platform/jobs/job-runner.ts';
import { withTransaction } from '../../../platform/postgres/database.ts';
import { findPayment, findUndecidedRefunds } from '../payments/index.ts';
import { executeRefund } from './execute-refund.ts';
import { findUninvoiced, numberInvoice } from './invoice-repository.ts';
import type { OrderContext } from './order-context.ts';
import { findUnsettled } from './order-repository.ts';
import { askAndApply, reconcileOrder } from './settle-order.ts';

export const orderSchedules: readonly JobSchedule[] = [
  { name: 'reconcile-orders', cron: '* * * * *' },
  { name: 'reconcile-refunds', cron: '* * * * *' },
  { name: 'number-invoices', cron: '25 * * * *' },
];

const ordersARun = 500;
/** A bank may take up to ten days. */
const lateAfterDays = 10;

export function orderJobs(context: OrderContext): Record<string, JobHandler> {
  const { db, gateway, logger } = context;
  return {
    /** One job per order, so that a failure does not delay other orders. */
    'reconcile-orders': async () => {
      for (const orderId of await findUnsettled(db, { limit: ordersARun }))
        await addJob(db, {
          name: 'reconcile-order',
          payload: { orderId },
          key: `reconcile-order:${orderId}`,
          maxAttempts: 3,
        });
    },
    'reconcile-order': async (payload) => {
      const { orderId } = payload as { orderId: string };
      await reconcileOrder(context, orderId, new Date());
    },
    /** Cancels a declined payment, which could otherwise be confirmed again with its secret. */
    'cancel-payment': async (payload) => {
      const { orderId } = payload as { orderId: string };
      const payment = await findPayment(db, orderId);
      if (!payment?.reference) return;
      const outcome = await gateway.cancel(payment.reference);
      if (outcome.state === 'paid') await askAndApply(context, orderId);
    },
    /** Asks about undecided refunds until the provider decides. There is no limit to the attempts. */
    'reconcile-refunds': async () => {
      for (const { refundId, ageDays } of await findUndecidedRefunds(db, { limit: ordersARun })) {
        if (ageDays > lateAfterDays)
          logger.error({ refundId, days: Math.floor(ageDays) }, 'a refund has been undecided for too long');
        await addJob(db, {
          name: 'execute-refund',
          payload: { refundId },
          key: `execute-refund:${refundId}`,
        });
      }
    },
    'number-invoices': async () => {
      for (const orderId of await findUninvoiced(db, { limit: ordersARun }))
        await withTransaction(db, (tx) => numberInvoice(tx, orderId));
    },
    'execute-refund': async (payload) => {
      const { refundId } = payload as { refundId: string };
      await executeRefund(context, refundId);
    },
  };
}
