import { loadArtefact, type RecommenderModel } from '@kindred/recommender';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../../../platform/postgres/database.ts';
import type { Notifications } from '../../../platform/postgres/notifications.ts';
import { artefactDirectory } from './model.ts';
import type { ModelMetrics as Metrics } from './model-metrics.ts';
import { findActiveModel, findServingModels, modelsChannel } from './model-repository.ts';

/** The `active` model answers. A `shadow` is kept loaded beside it, for comparison. */
export type ServingRole = 'active' | 'shadow';

export interface ModelHost {
  /** Undefined while no model is active. Then the sources without a model answer. */
  active(): RecommenderModel | undefined;
  /** Finds the active model, or the one that was active before it until some minutes ago, for later pages of a shelf. */
  findServed(modelVersion: string): RecommenderModel | undefined;
  /** Returns a loaded model in any role. */
  find(modelVersion: string): RecommenderModel | undefined;
  held(): readonly { readonly model: RecommenderModel; readonly role: ServingRole }[];
  /** Returns the problem of a model that should be loaded, if any; the active one first. */
  failure(): string | undefined;
  close(): Promise<void>;
}

/** How often a node reads the registry without a notification, because it may have missed one. */
const lookEveryMs = 30_000;

/** How long the previous active model stays in memory. A shopper who asks for the next page usually does so within seconds. */
const retiredMs = 10 * 60_000;

/**
 * Keeps the active model and the shadows in memory. It loads them at the start and whenever the registry changes, on any node. It switches
 * to a model only after it was read, validated and warmed up. If a model is broken, the old one stays. It keeps one replaced model for ten
 * minutes, but not while it loads another, so it never holds more models than during a switch.
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
  let active: RecommenderModel | undefined;
  let shadows: readonly RecommenderModel[] = [];
  let retired: RecommenderModel | undefined;
  let forgetting: NodeJS.Timeout | undefined;
  const failures = new Map<string, string>();
  let closed = false;
  let following: Promise<void> = Promise.resolve();

  const heldModels = () => (active ? [active, ...shadows] : shadows);

  function retire(model: RecommenderModel): void {
    clearTimeout(forgetting);
    retired = model;
    forgetting = setTimeout(forget, retiredMs).unref();
  }
  function forget(): void {
    retired = undefined;
  }

  async function hold(modelVersion: string): Promise<RecommenderModel | undefined> {
    const known = heldModels().find(({ version }) => version === modelVersion);
    if (known) return known;
    forget();
    const started = performance.now();
    try {
      const loaded = await loadArtefact(artefactDirectory(dataDir, modelVersion));
      if (loaded.version !== modelVersion)
        throw new Error(`its manifest names ${loaded.version}, but the registry says ${modelVersion}`);
      logger.info({ modelVersion, ms: Math.round(performance.now() - started) }, 'model loaded');
      return loaded;
    } catch (error) {
      // Any caller may read this text, so the error's message, which may have paths, goes only to the log.
      failures.set(modelVersion, `${modelVersion} could not be loaded; see the log.`);
      metrics.modelLoadFailures.inc();
      logger.error({ err: error, modelVersion, keeps: active?.version }, 'model refused');
      return undefined;
    }
  }

  async function follow(): Promise<void> {
    const records = await findServingModels(db);
    if (closed) return;
    const versions = new Set(records.map(({ modelVersion }) => modelVersion));
    for (const version of failures.keys()) if (!versions.has(version)) failures.delete(version);
    const loaded = new Map<string, RecommenderModel>();
    for (const { modelVersion } of records) {
      const model = await hold(modelVersion);
      if (!model) continue;
      failures.delete(modelVersion);
      loaded.set(modelVersion, model);
    }
    const newest = records.find(({ status }) => status === 'active');
    const next = newest && loaded.get(newest.modelVersion);
    if (next && next !== active) {
      if (active) retire(active);
      active = next;
      metrics.activeModel.reset();
      metrics.activeModel.set({ model_version: next.version, kind: next.kind }, 1);
      logger.info({ modelVersion: next.version }, 'model active');
    }
    shadows = records.flatMap(({ status, modelVersion }) =>
      status === 'shadow' ? (loaded.get(modelVersion) ?? []) : [],
    );
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
    active: () => active,
    findServed: (modelVersion) => [active, retired].find((model) => model?.version === modelVersion),
    find: (modelVersion) => heldModels().find(({ version }) => version === modelVersion),
    held: () => [
      ...(active ? [{ model: active, role: 'active' as const }] : []),
      ...shadows.map((model) => ({ model, role: 'shadow' as const })),
    ],
    failure: () => failures.values().next().value,
    async close() {
      closed = true;
      clearInterval(timer);
      clearTimeout(forgetting);
      await following;
    },
  };
}

/** Loads a model in any role. Returns undefined if its files are gone or broken. */
export function loadModel(dataDir: string, modelVersion: string): Promise<RecommenderModel | undefined> {
  return loadArtefact(artefactDirectory(dataDir, modelVersion)).catch(() => undefined);
}

/** Loads the active model for a command. The server keeps it loaded in a `ModelHost`. */
export async function loadActiveModel(db: Database, dataDir: string): Promise<RecommenderModel | undefined> {
  const record = await findActiveModel(db);
  return record && loadArtefact(artefactDirectory(dataDir, record.modelVersion));
}
