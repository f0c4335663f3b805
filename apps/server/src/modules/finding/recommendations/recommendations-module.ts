import type { Signals } from '@kindred/contracts';
import type { RecommenderModel } from '@kindred/recommender';
import type { FastifyBaseLogger } from 'fastify';
import type { Registry } from 'prom-client';
import type { Module } from '../../../platform/module.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { ListedProductsReader } from '../../../ports/listed-products.ts';
import type { ReadShelfRules } from '../shelf-rules/index.ts';
import { createExposureLog, type ExposureLog } from './exposure-log.ts';
import { countMissingExposures } from './missing-exposures.ts';
import type { AddedSource } from './policies.ts';
import { createRecommendationMetrics } from './recommendation-metrics.ts';
import { recommendationRoutes } from './recommendation-routes.ts';
import { createRecommendations, type Recommendations } from './recommendations.ts';

export interface RecommendationsModule extends Module {
  readonly exposures: ExposureLog;
  readonly recommendations: Recommendations;
}

export function createRecommendationsModule({
  db,
  listedProducts,
  logger,
  registry,
  activeModel,
  findServed,
  readRules,
  readSignals,
  sources,
}: {
  db: Database;
  listedProducts: ListedProductsReader;
  logger: FastifyBaseLogger;
  registry: Registry;
  activeModel: () => RecommenderModel | undefined;
  findServed: (modelVersion: string) => RecommenderModel | undefined;
  readRules: ReadShelfRules;
  readSignals: () => Promise<Signals>;
  sources: readonly AddedSource[];
}): RecommendationsModule {
  const metrics = createRecommendationMetrics(registry);
  const exposures = createExposureLog({ db, logger, metrics });
  const recommendations = createRecommendations({
    db,
    listedProducts,
    activeModel,
    findServed,
    readRules,
    readSignals,
    sources,
    logger,
    onMissed: (part) => metrics.shelfPartsMissed.inc({ part }),
    onStage: (stage, seconds) => metrics.stageDuration.observe({ stage }, seconds),
  });
  return {
    name: 'recommendations',
    exposures,
    recommendations,
    jobs: {
      async 'count-missing-exposures'() {
        metrics.exposuresMissing.set(await countMissingExposures(db));
      },
    },
    schedules: [{ name: 'count-missing-exposures', cron: '15 * * * *' }],
    routes: [recommendationRoutes({ ...recommendations, exposures, metrics })],
    register(app) {
      // Its first reading takes longer than a shelf waits.
      app.addHook('onListen', async () => void recommendations.trend().catch(() => undefined));
    },
    close: () => exposures.close(),
  };
}
