import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

export type RecommendationMetrics = ReturnType<typeof createRecommendationMetrics>;

export function createRecommendationMetrics(registry: Registry) {
  const registers = [registry];
  return {
    recommendationDuration: new Histogram({
      name: 'kindred_recommendation_duration_seconds',
      help: 'Time to make one list of recommendations, by slot',
      labelNames: ['slot'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25],
      registers,
    }),
    stageDuration: new Histogram({
      name: 'kindred_recommendation_stage_duration_seconds',
      help: 'Time of each stage of a list of recommendations: history, candidates, ranking (with reasons), cards',
      labelNames: ['stage'],
      buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1],
      registers,
    }),
    recommendedItems: new Counter({
      name: 'kindred_recommended_items_total',
      help: 'Recommended items sent, by slot and by the source that produced them',
      labelNames: ['slot', 'source'],
      registers,
    }),
    exposuresLost: new Counter({
      name: 'kindred_exposures_lost_total',
      help: 'Pages of shelves whose exposure could not be stored',
      registers,
    }),
    exposuresMissing: new Gauge({
      name: 'kindred_clicked_exposures_missing',
      help: 'Shelves that were clicked in the last day and whose exposure was lost, for example by the kill of a node. The node that counted last reports it',
      registers,
    }),
    shelfPartsMissed: new Counter({
      name: 'kindred_recommendation_parts_missed_total',
      help: 'Parts of shelves that failed or were late: history, cards, or the name of a source',
      labelNames: ['part'],
      registers,
    }),
  };
}
