/** @file The process: opens the database, fills an empty shop, listens, trains a first model, stops gracefully. */
import { setTimeout as delay } from 'node:timers/promises';
import { isatty } from 'node:tty';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { composeServices } from './compose.ts';
import { type Config, ConfigError, createConfig } from './config/config.ts';
import { readEnv } from './config/env.ts';
import { hostStorefront } from './host-storefront.ts';
import { seedDemo } from './modules/demo/index.ts';
import { startFirstTraining } from './modules/models/index.ts';
import { createLogger, standardOutput } from './platform/logger.ts';
import { openRuntime } from './runtime.ts';

/** Requests under way get this long after the delay; then a client that does not read its answer is cut off. */
const finishMs = 20_000;
/** After the delay, however it goes. */
const stopMs = 25_000;

type Closer = () => Promise<unknown>;

export async function startShop({ development = false } = {}): Promise<void> {
  const config = createConfig(readEnv(process.env));
  const logger = createLogger({ level: config.logLevel, destination: standardOutput() });
  const closers: Closer[] = [];
  const close = async () => {
    for (let closer = closers.pop(); closer; closer = closers.pop()) await closer();
  };

  const stopping = new AbortController();
  const hurry = new AbortController();
  const opening = open({ config, logger, development, closers, stopping: stopping.signal });
  const stop = async (reason: string) => {
    if (reason === 'SIGINT' && isatty(0)) hurry.abort();
    if (stopping.signal.aborted) return;
    logger.info({ reason }, 'stopping');
    setTimeout(() => process.exit(1), config.shutdownDelayMs + stopMs).unref();
    stopping.abort(new Error(`Stopped by ${reason} before the shop was open.`));
    const isOpen = await opening.then(
      () => true,
      () => false,
    );
    if (isOpen)
      await delay(config.shutdownDelayMs, undefined, { signal: hurry.signal }).catch(() => undefined);
    await close();
    process.exit(0);
  };
  // SIGHUP: the terminal is gone.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.env.npm_lifecycle_event) whenParentEnds(() => stop('the end of npm'));

  try {
    await opening;
  } catch (error) {
    // `stop` closes what was open, and ends the process.
    if (stopping.signal.aborted) return;
    await close();
    throw error;
  }
}

/** Each part that is open puts what closes it on `closers`, so that a start that fails half-way leaves nothing behind. */
async function open({
  config,
  logger,
  development,
  closers,
  stopping,
}: {
  config: Config;
  logger: Logger;
  development: boolean;
  closers: Closer[];
  stopping: AbortSignal;
}): Promise<void> {
  const { dataDir, threads, publicUrl } = config;
  const runtime = await openRuntime(config, logger);
  closers.push(runtime.close);
  const { db, connectionString } = runtime;
  stopping.throwIfAborted();
  const services = await composeServices(runtime, { stopping });
  closers.push(services.close);
  const app = await createApp(services);
  closers.push(app.close);
  await hostStorefront(app, { mode: development ? 'development' : 'production', publicUrl });

  const accounts = config.demo ? await seedDemo({ db, dataDir, logger, signal: stopping }) : undefined;
  if (accounts) {
    console.log(
      `Log in as ${accounts.shopper.email} with ${accounts.shopper.password}, as ${accounts.admin.email} with ${accounts.admin.password} (told this once)`,
    );
    services.searchIndex
      .refresh()
      .catch((error: unknown) => logger.warn({ err: error }, 'search does not know the demo catalogue yet'));
  }
  stopping.throwIfAborted();
  const { host, port } = config;
  const address = await app.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new ConfigError(`PORT ${port} of ${host} is taken by another program: set PORT to a free one.`);
  });
  closers.push(async () => {
    services.orderStreams.close();
    // The browser's connection for hot reload never ends by itself.
    await app.finishRequests(development ? 500 : finishMs);
  });
  await services.jobs.start();
  console.log(`Kindred is open at ${address}`);
  const training = await startFirstTraining({
    db,
    connectionString,
    dataDir,
    threads,
    logger,
    signal: stopping,
  });
  closers.push(() => training.finished);
}

/** npm passes a signal on to the shell between, which ends without telling us. */
function whenParentEnds(tell: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    tell();
  }, 250);
  timer.unref();
}
