/** @file A node that ends itself with SIGKILL at a named step of the first checkout that it is asked to confirm. */
import { pino } from 'pino';
import { createApp } from '../app.ts';
import { composeServices } from '../compose.ts';
import { createConfig } from '../config/config.ts';
import { openDatabase } from '../platform/postgres/database.ts';

const [, , connectionString, secret, dataDir, lastStep] = process.argv;

const database = openDatabase({ connectionString, max: 3 });
const services = await composeServices({
  config: createConfig({ KINDRED_DATA_DIR: dataDir }),
  logger: pino({ level: 'silent' }),
  db: database.db,
  connectionString,
  secret,
  close: () => database.close(),
});
const app = await createApp({
  ...services,
  checkout: {
    ...services.checkout,
    onStep(step) {
      if (step === lastStep) process.kill(process.pid, 'SIGKILL');
      // Nothing more happens in a process that was killed.
      return step === lastStep ? new Promise<void>(() => undefined) : undefined;
    },
  },
});
const address = await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${address}\n`);
