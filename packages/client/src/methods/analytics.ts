import type { Api } from '../api.ts';
import type { EventBatch, EventReceipt } from '../contracts.ts';

/** What shoppers look at. */
export function analyticsMethods({ send }: Api) {
  return {
    /** What somebody looked at, clicked, searched for. */
    sendEvents: (batch: EventBatch) => send<EventReceipt>('POST', '/events', batch),
  };
}
