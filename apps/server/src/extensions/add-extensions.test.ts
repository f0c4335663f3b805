import { pino } from 'pino';
import { expect, test } from 'vitest';
import { composeServices } from '../compose.ts';
import { createConfig } from '../config/config.ts';
import { openDatabase } from '../platform/postgres/database.ts';
import { isAnyNodeUp } from '../platform/postgres/live-nodes.ts';
import { emptyDatabase, temporaryFolder } from '../testing/backup/restored-shop.ts';

test('names an extension that fails, and leaves no connection open', async () => {
  const connectionString = await emptyDatabase();
  const { db, close } = openDatabase({ connectionString, max: 2 });
  const createModules = () => {
    throw new Error('the till is locked');
  };
  const composing = composeServices({
    config: createConfig({ KINDRED_DATA_DIR: temporaryFolder() }),
    logger: pino({ level: 'silent' }),
    db,
    connectionString,
    secret: 'of nobody',
    extensions: [{ name: 'till', migrations: [], createModules }],
    close,
  });
  await expect(composing).rejects.toMatchObject({
    name: 'ConfigError',
    message: 'The extension till cannot create its modules: the till is locked',
  });
  await expect.poll(() => isAnyNodeUp(db)).toBe(false);
  await close();
});
