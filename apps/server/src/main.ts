/** @file The process: opens the database, fills an empty shop, listens, trains a first model, stops gracefully. */
import { destination } from 'pino';
import { createApp } from './app.ts';
import { composeServices } from './compose.ts';
import { ConfigError, createConfig } from './config/config.ts';
import { readEnv } from './config/env.ts';
import { hostStorefront } from './host-storefront.ts';
import { seedDemo } from './modules/demo/index.ts';
import { startFirstTraining } from './modules/models/index.ts';
import { createLogger } from './platform/logger.ts';
import { openRuntime } from './runtime.ts';

const stopMs = 10_000;

export async function startShop({ development = false } = {}): Promise<void> {
  const config = createConfig(readEnv(process.env));
  const logger = createLogger({ level: config.logLevel, destination: destination({ fd: 1, sync: false }) });
  const runtime = await openRuntime(config, logger);
  const services = await composeServices(runtime);
  const app = await createApp(services);
  await hostStorefront(app, {
    mode: development ? 'development' : 'production',
    publicUrl: config.publicUrl,
  });

  if (config.demo) await seedDemo({ db: runtime.db, dataDir: config.dataDir, logger });
  const address = await app.listen({ host: config.host, port: config.port });
  console.log(`Kindred is open at ${address}`);
  const { db, connectionString } = runtime;
  const { dataDir, threads } = config;
  const training = await startFirstTraining({ db, connectionString, dataDir, threads, logger });

  let stopping = false;
  async function stop(signal: string): Promise<void> {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), stopMs).unref();
    await training.cancel();
    await app.close();
    await services.close();
    await runtime.close();
    process.exit(0);
  }
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

if (import.meta.main) {
  try {
    await startShop({ development: process.argv.includes('--dev') });
  } catch (error) {
    if (error instanceof ConfigError) console.error(error.message);
    else console.error('Kindred could not start.', error);
    process.exit(1);
  }
}
