import type { Api } from '../api.ts';
import type { EventBatch, EventReceipt, PerformanceQuery, PerformanceReport } from '../contracts.ts';

/** Reports of what shoppers look at. */
export function analyticsMethods({ send }: Api) {
  return {
    /** Reports the shopper's views, clicks, searches and impressions. */
    sendEvents: (batch: EventBatch) => send<EventReceipt>('POST', '/events', batch),
  };
}

/** For administrators: what recommendations led to. */
export function analyticsAdminMethods({ get }: Api) {
  return {
    performance: (query: PerformanceQuery = {}) =>
      get<PerformanceReport>('/admin/recommendations/performance', query),
  };
}
