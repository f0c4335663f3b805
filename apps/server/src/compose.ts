/** @file Joins the modules by hand: the one place that knows them all. */

import { createModelHost, type ModelHost } from './modules/models/index.ts';
import { createExposureLog, createPopularityCache } from './modules/recommendations/index.ts';
import { createJobRunner, type JobRunner } from './platform/jobs/job-runner.ts';
import { createMetrics, type Metrics } from './platform/metrics.ts';
import type { Runtime } from './runtime.ts';

export interface Services {
  readonly runtime: Runtime;
  readonly metrics: Metrics;
  readonly modelHost: ModelHost;
  readonly exposures: ReturnType<typeof createExposureLog>;
  readonly popularity: ReturnType<typeof createPopularityCache>;
  readonly jobs: JobRunner;
  close(): Promise<void>;
}

export async function composeServices(runtime: Runtime): Promise<Services> {
  const { db, connectionString, logger, config } = runtime;
  const metrics = createMetrics();
  const exposures = createExposureLog({ db, logger, metrics });
  const modelHost = await createModelHost({ db, connectionString, dataDir: config.dataDir, logger, metrics });
  const jobs = createJobRunner({ pool: db.$client, logger, handlers: {}, schedules: [] });
  return {
    runtime,
    metrics,
    modelHost,
    exposures,
    popularity: createPopularityCache(db),
    jobs,
    async close() {
      await jobs.close();
      await exposures.close();
      await modelHost.close();
    },
  };
}
