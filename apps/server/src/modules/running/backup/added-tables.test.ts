import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { createConfig } from '../../../config/config.ts';
import { loadExtensions, tablesOf } from '../../../extensions/load-extensions.ts';
import { migrate } from '../../../platform/postgres/migrate.ts';
import { emptyDatabase, temporaryFolder } from '../../../testing/backup/restored-shop.ts';
import { openBackup } from './backup-reader.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

const cornerShop = join(import.meta.dirname, '../../../../../../examples/corner-shop');

async function query(connectionString: string, text: string): Promise<object[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<object>(text).finally(() => client.end());
  return rows;
}

test('a restore brings back an extension’s table, or creates it if the backup is older than the extension', async () => {
  const dataDir = temporaryFolder();
  const configFile = join(dataDir, 'kindred.config.json');
  writeFileSync(configFile, JSON.stringify({ extensions: [cornerShop] }));
  const added = tablesOf(await loadExtensions(createConfig({ KINDRED_CONFIG: configFile })));

  async function backUp(connectionString: string): Promise<string> {
    const file = join(dataDir, `${randomUUID()}.tar`);
    await makeBackup({ connectionString, dataDir, file, createdAt: new Date() });
    return file;
  }
  async function restore(file: string, known = added): Promise<object[]> {
    const target = await emptyDatabase();
    const backup = await openBackup(file);
    const order = {
      connectionString: target,
      dataDir,
      backup,
      added: known,
      onOverwrite: async () => undefined,
    };
    await restoreBackup(order).finally(() => backup.close());
    return query(target, 'select note from staff_picks');
  }

  const shop = await emptyDatabase();
  const before = await backUp(shop);
  await migrate({ connectionString: shop, added });
  await query(
    shop,
    `with product as (insert into products (parent_asin, title) values ('B1', 'Mug') returning product_id)
     insert into staff_picks (product_id, note) select product_id, 'Nice' from product`,
  );
  const after = await backUp(shop);
  expect(await restore(before)).toEqual([]);
  expect(await restore(after)).toEqual([{ note: 'Nice' }]);
  await expect(restore(after, { migrations: [], names: [] })).rejects.toThrow(
    'Update Kindred, or name the extension that brings it, then restore.',
  );
});
