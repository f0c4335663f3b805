import type { Registry } from 'prom-client';
import type { Module } from '../../../platform/module.ts';
import type { Notifications } from '../../../platform/postgres/notifications.ts';
import { createModelHost, type ModelHost } from './model-host.ts';
import { modelJobs } from './model-jobs.ts';
import { createModelMetrics } from './model-metrics.ts';
import { modelRoutes } from './model-routes.ts';

export interface ModelsModule extends Module {
  readonly host: ModelHost;
}

export async function createModelsModule({
  notifications,
  registry,
  ...dependencies
}: Parameters<typeof modelJobs>[0] & {
  readonly notifications: Notifications;
  readonly registry: Registry;
}): Promise<ModelsModule> {
  const metrics = createModelMetrics(registry);
  const host = await createModelHost({ ...dependencies, notifications, metrics });
  return {
    name: 'models',
    host,
    routes: [modelRoutes(dependencies)],
    jobs: modelJobs(dependencies),
    health: [
      {
        name: 'model',
        known() {
          const model = host.active();
          const isNone = model === undefined;
          return {
            trouble:
              host.failure() ?? (isNone ? 'no model is active yet; trending and popular answer' : undefined),
            ...(model && { version: model.version }),
          };
        },
      },
    ],
    close: () => host.close(),
  };
}
