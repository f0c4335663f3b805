/** @file The process: opens the database, fills an empty shop, listens, trains a first model, stops gracefully. */
import { setTimeout as delay } from 'node:timers/promises';
import { isatty } from 'node:tty';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { portFailure, StartFailure } from './check-start.ts';
import { stopSignals } from './cli/begin-start.ts';
import type { Stage, StartConsole } from './cli/console/start-console.ts';
import { composeServices, type Services } from './compose.ts';
import { type Config, ConfigError } from './config/config.ts';
import { checkPages, hostStorefront } from './host-storefront.ts';
import {
  startFirstTraining,
  type TrainingOutcome,
  type TrainingProgress,
} from './modules/finding/models/index.ts';
import { type DemoLogIns, findDemoLogIns, seedDemo } from './modules/running/demo/index.ts';
import { type DemoFilesInMaking, DemoMissingError } from './modules/running/demo-files/index.ts';
import type { EmbeddedPostgres } from './platform/postgres/embedded-postgres.ts';
import { openRuntime, type Runtime } from './runtime.ts';

/** The time after the delay for requests to finish; then clients that do not read their answers are disconnected. */
const finishMs = 20_000;
/** The time after the delay in which the process ends in every case. */
const stopMs = 25_000;

type Closer = () => Promise<unknown>;

export interface StartOptions {
  readonly config: Config;
  readonly console: StartConsole;
  readonly logger: Logger;
  readonly development: boolean;
  /** Resolves when the pages are built. Undefined: they are already built, or are compiled on request. */
  readonly pagesBuilt?: Promise<void>;
  /** The demo's data, begun before there is a database. Undefined: made if the shop is empty. */
  readonly demoFiles?: DemoFilesInMaking | undefined;
  /** The private server that is being started. Undefined: the shop uses another one, or starts its own. */
  readonly database?: Promise<EmbeddedPostgres> | undefined;
  /** Called when this start stops itself on a signal. */
  readonly takeOver: () => void;
}

export async function startShop(options: StartOptions): Promise<void> {
  const { config, console, logger } = options;
  const closers: Closer[] = [];
  const close = async () => {
    for (let closer = closers.pop(); closer; closer = closers.pop()) await closer();
  };

  const stopping = new AbortController();
  const hurry = new AbortController();
  const broken = new AbortController();
  options.pagesBuilt?.catch((error: Error) => broken.abort(new StartFailure(error.message)));
  const ending = AbortSignal.any([stopping.signal, broken.signal]);
  const opening = open({ ...options, closers, stopping: ending });
  const stop = async (reason: string) => {
    if (reason === 'SIGINT' && isatty(0)) hurry.abort();
    if (stopping.signal.aborted) return;
    logger.info({ reason }, 'stopping');
    console.end();
    console.tell('Stopping after the current requests are answered.');
    setTimeout(() => process.exit(1), config.shutdownDelayMs + stopMs).unref();
    stopping.abort(new Error(`Stopped by ${reason} before the shop was open.`));
    const isOpen = await opening.then(
      () => true,
      () => false,
    );
    if (isOpen)
      await delay(config.shutdownDelayMs, undefined, { signal: hurry.signal }).catch(() => undefined);
    await close();
    console.tell('Stopped.');
    process.exit(0);
  };
  for (const signal of stopSignals) process.on(signal, stop);
  options.takeOver();
  if (process.env.npm_lifecycle_event) whenParentEnds(() => stop('the end of npm'));

  try {
    await opening;
  } catch (error) {
    // `stop` closes everything and ends the process.
    if (stopping.signal.aborted) return;
    await close();
    const isSaid = [ConfigError, DemoMissingError, StartFailure].some((kind) => error instanceof kind);
    if (isSaid || !console.isForPeople) throw error;
    // The log before this message explains it in a sentence.
    logger.fatal({ err: error }, 'the shop could not start');
    throw new StartFailure(`Details are at the end of kindred.log in ${config.dataDir}.`);
  }
}

/** Each open part adds its close function to `closers`, so that a failed start closes everything. */
async function open({
  config,
  console,
  logger,
  development,
  pagesBuilt,
  demoFiles,
  database,
  closers,
  stopping,
}: StartOptions & {
  closers: Closer[];
  stopping: AbortSignal;
}): Promise<void> {
  const { dataDir, threads, publicUrl } = config;
  closers.push(async () => demoFiles?.stop(new Error('The shop is stopping.')));
  closers.push(async () => (await database?.catch(() => undefined))?.release());
  if (!pagesBuilt) checkPages({ development });
  const opening = console.stage('Database', 4_000);
  const runtime = await openRuntime(config, logger, database);
  closers.push(runtime.close);
  const { db, connectionString } = runtime;
  stopping.throwIfAborted();
  const services = await composeServices(runtime, { stopping });
  closers.push(services.close);
  const app = await createApp(services);
  closers.push(app.close);
  opening.end();

  if (config.demo) await fillDemo({ console, runtime, services, demoFiles, stopping });
  stopping.throwIfAborted();
  if (pagesBuilt) await waitForPages(pagesBuilt, stopping);
  await hostStorefront(app, { mode: development ? 'development' : 'production', publicUrl });
  const demo = config.demo ? demoLogIns(runtime) : undefined;
  const { host, port } = config;
  const address = await app.listen({ host, port }).catch(async (error: NodeJS.ErrnoException) => {
    throw new StartFailure(await portFailure({ host, port }, error));
  });
  closers.push(async () => {
    for (const module of services.modules) module.endStreams?.();
    // The browser's connection for hot reload never ends by itself.
    await app.finishRequests(development ? 500 : finishMs);
  });
  await services.jobs.start();
  console.opened({ config, address, demo: await demo });
  const beginTraining = async () =>
    startFirstTraining({
      db,
      connectionString,
      dataDir,
      signals: (await services.shop.shop()).recommendations.signals,
      threads,
      logger,
      signal: stopping,
      onProgress: (progress) => stage?.progress(shareOfTraining(progress)),
    });
  const training = await beginTraining().catch((error: unknown) => {
    stopping.throwIfAborted();
    // The shop is open, and sells without a model.
    logger.error({ err: error }, 'the first training could not begin');
  });
  if (!training) return;
  const stage = training.isUnderWay ? console.stage('Training a first model', 15_000) : undefined;
  closers.push(() => training.finished);
  void training.finished.then((outcome) => {
    if (!stopping.aborted) tellOutcome({ console, stage, outcome });
  });
}

/** Waits for the build. A build that fails aborts `stopping`, as does the end of the process. */
async function waitForPages(pagesBuilt: Promise<void>, stopping: AbortSignal): Promise<void> {
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  stopping.addEventListener('abort', () => reject(stopping.reason), { once: true });
  await Promise.race([stopped, pagesBuilt.catch(() => stopped)]);
}

async function fillDemo({
  console,
  runtime: { db, config, logger },
  services,
  demoFiles,
  stopping,
}: {
  console: StartConsole;
  runtime: Runtime;
  services: Services;
  demoFiles: DemoFilesInMaking | undefined;
  stopping: AbortSignal;
}): Promise<void> {
  let stage: Stage | undefined;
  let note: string | undefined;
  const accounts = await seedDemo({
    db,
    dataDir: config.dataDir,
    logger,
    filesInMaking: demoFiles,
    hasSales: true,
    signal: stopping,
    onProgress({ share, products, reviews }) {
      stage ??= console.stage('Demo catalogue', 20_000);
      note = `${products.toLocaleString('en')} products, ${reviews.toLocaleString('en')} reviews`;
      stage.progress(share);
    },
  });
  stage?.end(note);
  if (accounts)
    services.searchIndex
      .refresh()
      .catch((error: unknown) =>
        logger.warn({ err: error }, 'the search index does not have the demo catalogue yet'),
      );
}

async function demoLogIns({ db, config, logger }: Runtime): Promise<DemoLogIns | undefined> {
  try {
    const mayRenew = config.databaseUrl === undefined;
    return await findDemoLogIns({ db, dataDir: config.dataDir, mayRenew });
  } catch (error) {
    logger.warn({ err: error }, 'the log-ins of the demo cannot be shown');
    return undefined;
  }
}

/** The search for the best epoch usually ends long before the last epoch. */
const searchedShare = 0.4;

function shareOfTraining({ phase, elapsedMs, remainingMs }: TrainingProgress): number {
  const share = Number.isNaN(remainingMs) ? 0 : elapsedMs / (elapsedMs + remainingMs);
  return phase === 'search' ? Math.min(1, share / searchedShare) * 0.6 : 0.6 + share * 0.4;
}

/** The log has the error. */
function tellOutcome({
  console,
  stage,
  outcome,
}: {
  console: StartConsole;
  stage: Stage | undefined;
  outcome: TrainingOutcome | undefined;
}): void {
  if (outcome?.code !== 'trained') {
    console.end();
    return;
  }
  const { status, note, report } = outcome.model;
  const [own, popular] = [report.holdout.recall, report.popularity.recall].map((recall) => recall.toFixed(4));
  stage?.end(status === 'active' ? `Recall@20 ${own}, by popularity ${popular}` : (note ?? `is ${status}`));
}

/** npm sends its signal to the shell between npm and this process; the shell ends without passing it on. */
function whenParentEnds(tell: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    tell();
  }, 250);
  timer.unref();
}
