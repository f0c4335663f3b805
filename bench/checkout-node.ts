/** @file A node of the shop in a separate process, without jobs, which may run on any node. */
import { createApp } from '../apps/server/src/app.ts';
import { composeServices } from '../apps/server/src/compose.ts';
import { createConfig } from '../apps/server/src/config/config.ts';
import { createLogger } from '../apps/server/src/platform/logger.ts';
import { openDatabase } from '../apps/server/src/platform/postgres/database.ts';

const [, , connectionString, secret, dataDir] = process.argv as [string, string, string, string, string];

const database = openDatabase({ connectionString, max: 10 });
const app = await createApp(
  await composeServices({
    config: createConfig({ KINDRED_DATA_DIR: dataDir }),
    logger: createLogger({ level: 'silent', destination: process.stderr }),
    db: database.db,
    connectionString,
    secret,
    extensions: [],
    close: () => database.close(),
  }),
);
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
