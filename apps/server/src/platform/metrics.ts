import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { createDatabaseMetrics } from './database-metrics.ts';

export type Metrics = ReturnType<typeof createMetrics>;

/** Every figure that `/metrics` tells, in one place. */
export function createMetrics() {
  const registers = [new Registry()];
  collectDefaultMetrics({ register: registers[0] });
  return {
    registry: registers[0],
    database: createDatabaseMetrics(registers),
    httpDuration: new Histogram({
      name: 'kindred_http_request_duration_seconds',
      help: 'Time to answer a request, by route and status',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    recommendationDuration: new Histogram({
      name: 'kindred_recommendation_duration_seconds',
      help: 'Time to make one list of recommendations, by slot',
      labelNames: ['slot'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25],
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
      help: 'Recommended items whose exposure could not be stored',
      registers,
    }),
    shelfPartsMissed: new Counter({
      name: 'kindred_recommendation_parts_missed_total',
      help: 'Parts of shelves that failed or were not there in time: history, cards, or the name of a source',
      labelNames: ['part'],
      registers,
    }),
    activeModel: new Gauge({
      name: 'kindred_active_model',
      help: '1 for the model version that answers',
      labelNames: ['model_version', 'kind'],
      registers,
    }),
    partDegraded: new Gauge({
      name: 'kindred_part_degraded',
      help: '1 while a part does not work as it should: database, carts, search, mail, payment, model, backup',
      labelNames: ['part'],
      registers,
    }),
    backupFailures: new Counter({
      name: 'kindred_backup_failures_total',
      help: 'Backups of the schedule that this node could not make',
      registers,
    }),
    lastGoodBackupAt: new Gauge({
      name: 'kindred_last_good_backup_timestamp_seconds',
      help: 'When the last good backup was begun, in seconds since 1970; 0 while there is none',
      registers,
    }),
    lastGoodBackupBytes: new Gauge({
      name: 'kindred_last_good_backup_size_bytes',
      help: 'How large the last good backup is',
      registers,
    }),
    searches: new Counter({
      name: 'kindred_searches_total',
      help: 'Searches by text, by outcome: as-typed, corrected, relaxed, nothing',
      labelNames: ['outcome'],
      registers,
    }),
    searchesLost: new Counter({
      name: 'kindred_searches_lost_total',
      help: 'Searches that could not be stored: nothing is learned from them',
      registers,
    }),
    searchFallbacks: new Counter({
      name: 'kindred_search_fallbacks_total',
      help: 'Searches and suggestions that PostgreSQL answered in the place of OpenSearch',
      registers,
    }),
    modelLoadFailures: new Counter({
      name: 'kindred_model_load_failures_total',
      help: 'Artefacts that were refused or could not be read',
      registers,
    }),
    pictures: new Counter({
      name: 'kindred_pictures_total',
      help: 'Pictures that were asked for, by outcome: kept, made, placeholder, turned_away',
      labelNames: ['outcome'],
      registers,
    }),
    pictureDuration: new Histogram({
      name: 'kindred_picture_duration_seconds',
      help: 'Time to make a picture of its source, by format',
      labelNames: ['format'],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
  };
}

export function registerHttpMetrics(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    metrics.httpDuration.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1_000,
    );
  });
}
