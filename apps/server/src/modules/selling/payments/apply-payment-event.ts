import type { Logger } from 'pino';
import type { JobHandler } from '../../../platform/jobs/job-runner.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { type EventKey, findEvent, markEvent } from './payment-event-repository.ts';
import { findPaymentByReference } from './payment-repository.ts';

/** Asks the provider for the state of an order's payment and applies it. The orders module implements it. */
export type SettleOrder = (orderId: string) => Promise<void>;

export function paymentJobs({
  db,
  settleOrder,
  logger,
}: {
  db: Database;
  settleOrder: SettleOrder;
  logger: Pick<Logger, 'warn'>;
}): Record<string, JobHandler> {
  return {
    /**
     * An event only says that something has changed; the shop asks the provider for the state. So events may come twice, in any order, and
     * before their order.
     */
    'apply-payment-event': async (payload, { isLast }) => {
      const key = payload as EventKey;
      const event = await findEvent(db, key);
      if (!event || event.is_applied) return;
      if (event.reference === null) return markEvent(db, key, { outcome: 'ignored' });
      const payment = await findPaymentByReference(db, {
        provider: key.provider,
        reference: event.reference,
      });
      if (!payment) {
        if (!isLast) throw new Error(`Event ${key.providerEventId} waits for its payment ${event.reference}`);
        logger.warn(
          { ...key, reference: event.reference },
          'a payment event does not belong to a payment of the shop',
        );
        return markEvent(db, key, { outcome: 'refused', note: 'no payment has this reference' });
      }
      const { claimed } = event;
      if (claimed && (claimed.amountMinor !== payment.amountMinor || claimed.currency !== payment.currency)) {
        logger.warn({ ...key, orderId: payment.orderId }, 'a payment event claims another amount');
        return markEvent(db, key, {
          outcome: 'refused',
          note: `claims ${claimed.amountMinor} ${claimed.currency}, asked for ${payment.amountMinor} ${payment.currency}`,
        });
      }
      await settleOrder(payment.orderId);
      return markEvent(db, key, { outcome: 'applied' });
    },
  };
}
