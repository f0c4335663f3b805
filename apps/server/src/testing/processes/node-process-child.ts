/** @file A node in a separate process. If a step of a checkout is given, the process kills itself with SIGKILL at this step. */
import { pino } from 'pino';
import { createApp } from '../../app.ts';
import { composeServices } from '../../compose.ts';
import { createConfig } from '../../config/config.ts';
import { openDatabase } from '../../platform/postgres/database.ts';

const [, , connectionString, secret, dataDir, lastStep] = process.argv;

const database = openDatabase({ connectionString, max: 5 });
const services = await composeServices(
  {
    config: createConfig({ KINDRED_DATA_DIR: dataDir, TRUSTED_PROXIES: '127.0.0.1' }),
    logger: pino({ level: 'silent' }),
    db: database.db,
    connectionString,
    secret,
    extensions: [],
    close: () => database.close(),
  },
  {
    onCheckoutStep(step) {
      if (step === lastStep) process.kill(process.pid, 'SIGKILL');
      // The process was killed and does nothing more.
      return step === lastStep ? new Promise<void>(() => undefined) : undefined;
    },
  },
);
const app = await createApp(services);
const address = await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${address}\n`);
