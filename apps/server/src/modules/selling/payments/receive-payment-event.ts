import { addJob } from '../../../platform/jobs/add-job.ts';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import type { PaymentEvent } from '../../../ports/payment-gateway.ts';
import { insertEvent } from './payment-event-repository.ts';

/** These attempts take about eight hours, for which an event waits for its order. */
const attempts = 18;

/** Stores an event once, together with the job that applies it. */
export async function receivePaymentEvent(
  db: Database,
  provider: string,
  event: PaymentEvent,
): Promise<void> {
  await withTransaction(db, async (tx) => {
    if (!(await insertEvent(tx, provider, event))) return;
    const { providerEventId } = event;
    await addJob(tx, {
      name: 'apply-payment-event',
      payload: { provider, providerEventId },
      key: `apply-payment-event:${provider}:${providerEventId}`,
      maxAttempts: attempts,
    });
  });
}
