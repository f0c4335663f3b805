import { loadArtefact, type RecommenderModel } from '@kindred/recommender';
import type { FastifyBaseLogger } from 'fastify';
import type { Metrics } from '../../platform/metrics.ts';
import type { Database } from '../../platform/postgres/database.ts';
import type { Notifications } from '../../platform/postgres/notifications.ts';
import { findActiveModel, modelsChannel } from './model-repository.ts';
import { artefactDirectory } from './model-store.ts';

export interface ModelHost {
  /** Undefined while no model is active: the ladder below the model answers. */
  active(): RecommenderModel | undefined;
  /** What is wrong with the model that should be active, if anything. */
  failure(): string | undefined;
  close(): Promise<void>;
}

/** A node that was away from the channel looks by itself. */
const lookEveryMs = 30_000;

/**
 * Keeps the active model in memory: loads it at start and whenever another is promoted, on any node. A
 * model is swapped in only after it was read, validated and warmed up; a broken one leaves the old in place.
 */
export async function createModelHost({
  db,
  notifications,
  dataDir,
  logger,
  metrics,
}: {
  db: Database;
  notifications: Notifications;
  dataDir: string;
  logger: FastifyBaseLogger;
  metrics: Metrics;
}): Promise<ModelHost> {
  let model: RecommenderModel | undefined;
  let failure: string | undefined;
  let closed = false;
  let following: Promise<void> = Promise.resolve();

  async function follow(): Promise<void> {
    const record = await findActiveModel(db);
    if (closed || !record || record.modelVersion === model?.version) return;
    const started = performance.now();
    try {
      const loaded = await loadArtefact(artefactDirectory(dataDir, record.modelVersion));
      if (loaded.version !== record.modelVersion)
        throw new Error(`its manifest names ${loaded.version}, but the registry says ${record.modelVersion}`);
      model = loaded;
      failure = undefined;
      metrics.activeModel.reset();
      metrics.activeModel.set({ model_version: loaded.version, kind: loaded.kind }, 1);
      logger.info(
        { modelVersion: loaded.version, ms: Math.round(performance.now() - started) },
        'model active',
      );
    } catch (error) {
      // Anybody may read it: what the error says, such as where the files lie, is for the log.
      failure = `${record.modelVersion} could not be loaded; the log says more.`;
      metrics.modelLoadFailures.inc();
      logger.error({ err: error, modelVersion: record.modelVersion, keeps: model?.version }, 'model refused');
    }
  }

  function look(): Promise<void> {
    following = following.then(follow).catch((error: unknown) => {
      logger.warn({ err: error }, 'the model registry could not be read');
    });
    return following;
  }

  notifications.subscribe(modelsChannel, () => void look());
  await look();
  const timer = setInterval(() => void look(), lookEveryMs);
  timer.unref();

  return {
    active: () => model,
    failure: () => failure,
    async close() {
      closed = true;
      clearInterval(timer);
      await following;
    },
  };
}
