import { Counter, type Registry } from 'prom-client';

export type SearchMetrics = ReturnType<typeof createSearchMetrics>;

export function createSearchMetrics(registry: Registry) {
  const registers = [registry];
  return {
    searches: new Counter({
      name: 'kindred_searches_total',
      help: 'Text searches, by outcome: as-typed, corrected, relaxed, nothing',
      labelNames: ['outcome'],
      registers,
    }),
    searchesLost: new Counter({
      name: 'kindred_searches_lost_total',
      help: 'Searches that could not be stored; search does not learn from them',
      registers,
    }),
  };
}
