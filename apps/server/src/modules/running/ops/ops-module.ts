import type { Logger } from 'pino';
import type { Metrics } from '../../../platform/metrics.ts';
import type { HealthPart, Module } from '../../../platform/module.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { readServerVersion } from './database-figures-repository.ts';
import { healthRoutes } from './health-routes.ts';
import { observeDatabase } from './observe-database.ts';
import { createOpsMetrics } from './ops-metrics.ts';
import { createPartCheck } from './part-check.ts';
import { watchParts } from './watch-parts.ts';

export function createOpsModule({
  db,
  logger,
  metrics,
  parts,
  stopping,
}: {
  db: Database;
  logger: Pick<Logger, 'warn'>;
  metrics: Metrics;
  /** The parts of all other modules. */
  parts: readonly HealthPart[];
  stopping: AbortSignal;
}): Module {
  const { registry } = metrics;
  const { partDegraded } = createOpsMetrics(registry);
  const database: HealthPart = {
    name: 'database',
    inTrouble: 'down',
    check: async () => ({ version: await readServerVersion(db) }),
  };
  const readParts = watchParts([database, ...parts], logger);
  const observation = createPartCheck({
    name: 'figures of the database',
    inTrouble: 'degraded',
    async check() {
      await observeDatabase(db, metrics.database);
      return {};
    },
    logger,
  });
  return {
    name: 'ops',
    pages: [
      healthRoutes({
        readParts,
        stopping,
        async readMetrics() {
          await observation();
          for (const [part, { state }] of Object.entries(await readParts()))
            partDegraded.set({ part }, state === 'ok' ? 0 : 1);
          return { type: registry.contentType, text: await registry.metrics() };
        },
      }),
    ],
  };
}
