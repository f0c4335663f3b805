import type { Api } from '../api.ts';
import type { EventBatch, EventReceipt } from '../contracts.ts';

/** Reports of what shoppers look at. */
export function analyticsMethods({ send }: Api) {
  return {
    /** Reports the shopper's views, clicks and searches. */
    sendEvents: (batch: EventBatch) => send<EventReceipt>('POST', '/events', batch),
  };
}
