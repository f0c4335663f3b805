/** @file The process: opens the database, fills an empty shop, listens, trains a first model, stops gracefully. */
import type { FastifyInstance } from 'fastify';
import { destination, type Logger } from 'pino';
import { createApp } from './app.ts';
import { composeServices } from './compose.ts';
import { type Config, ConfigError, createConfig } from './config/config.ts';
import { readEnv } from './config/env.ts';
import { hostStorefront } from './host-storefront.ts';
import { seedDemo } from './modules/demo/index.ts';
import { startFirstTraining } from './modules/models/index.ts';
import { createLogger } from './platform/logger.ts';
import { openRuntime } from './runtime.ts';

const stopMs = 10_000;
/** Requests under way get this long; then a client that does not read its answer is cut off. */
const drainMs = 5_000;

type Closer = () => Promise<unknown>;

export async function startShop({ development = false } = {}): Promise<void> {
  const config = createConfig(readEnv(process.env));
  const logger = createLogger({ level: config.logLevel, destination: destination({ fd: 1, sync: false }) });
  const closers: Closer[] = [];
  const close = async () => {
    for (let closer = closers.pop(); closer; closer = closers.pop()) await closer();
  };

  const stopping = new AbortController();
  const opening = open({ config, logger, development, closers, signal: stopping.signal });
  const stop = async (reason: string) => {
    if (stopping.signal.aborted) return;
    logger.info({ reason }, 'stopping');
    stopping.abort(new Error(`Stopped by ${reason} before the shop was open.`));
    setTimeout(() => process.exit(1), stopMs).unref();
    await opening.catch(() => {});
    await close();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  if (process.env.npm_lifecycle_event) whenParentEnds(() => stop('the end of npm'));

  try {
    await opening;
  } catch (error) {
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
  signal,
}: {
  config: Config;
  logger: Logger;
  development: boolean;
  closers: Closer[];
  signal: AbortSignal;
}): Promise<void> {
  const { dataDir, threads, publicUrl } = config;
  const runtime = await openRuntime(config, logger);
  closers.push(runtime.close);
  const { db, connectionString } = runtime;
  const services = await composeServices(runtime);
  closers.push(services.close);
  const app = await createApp(services);
  closers.push(() => closeApp(app));
  await hostStorefront(app, { mode: development ? 'development' : 'production', publicUrl });

  const accounts = config.demo ? await seedDemo({ db, dataDir, logger, signal }) : undefined;
  signal.throwIfAborted();
  if (accounts)
    services.searchIndex
      .refresh()
      .catch((error: unknown) => logger.warn({ err: error }, 'search does not know the demo catalogue yet'));
  const { host, port } = config;
  const address = await app.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new ConfigError(`PORT ${port} of ${host} is taken by another program: set PORT to a free one.`);
  });
  await services.jobs.start();
  console.log(`Kindred is open at ${address}`);
  if (accounts)
    console.log(
      `Log in as ${accounts.shopper.email} with ${accounts.shopper.password}, as ${accounts.admin.email} with ${accounts.admin.password} (told this once)`,
    );
  const training = await startFirstTraining({ db, connectionString, dataDir, threads, logger });
  closers.push(training.cancel);
}

async function closeApp(app: FastifyInstance): Promise<void> {
  const late = setTimeout(() => app.server.closeAllConnections(), drainMs);
  await app.close();
  clearTimeout(late);
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
