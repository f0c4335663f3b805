import { Counter, type Registry } from 'prom-client';

export type AnalyticsMetrics = ReturnType<typeof createAnalyticsMetrics>;

export function createAnalyticsMetrics(registry: Registry) {
  const registers = [registry];
  return {
    eventsDropped: new Counter({
      name: 'kindred_events_dropped_total',
      help: 'Events that were not stored, by reason: objected (Do Not Track, Global Privacy Control, opted out), too-many, or useless',
      labelNames: ['reason'],
      registers,
    }),
    cartAdditionsLost: new Counter({
      name: 'kindred_cart_additions_lost_total',
      help: 'Additions to carts whose recommendation could not be looked for',
      registers,
    }),
  };
}
