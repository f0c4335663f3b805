import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_SIZE, type DemoDataSize, generateDemoData } from '@kindred/demo-data';
import { sql } from 'drizzle-orm';
import type { Logger } from 'pino';
import { withLock } from '../../platform/postgres/advisory-lock.ts';
import { type Database, withTransaction } from '../../platform/postgres/database.ts';
import { importMeta, importReviews } from '../import/index.ts';
import { type DemoAccounts, seedCommerce } from './seed-commerce.ts';

/**
 * Fills an empty shop with the demo catalogue, through the same import as any other data. A start that was
 * killed in the middle goes on where it was; one node at a time does it. Gives the accounts that were made, if any were.
 */
export async function seedDemo({
  db,
  dataDir,
  logger,
  size = DEFAULT_SIZE,
  signal,
}: {
  db: Database;
  dataDir: string;
  logger: Logger;
  size?: DemoDataSize;
  signal?: AbortSignal;
}): Promise<DemoAccounts | undefined> {
  const folder = join(dataDir, 'demo');
  const seeding = join(folder, 'seeding');
  return withLock(
    db,
    'kindred:seed-demo',
    async () => {
      if (!existsSync(seeding) && (await hasProducts(db)))
        // A catalogue that was seeded before the shop sold anything gets the rest; somebody's own is left alone.
        return existsSync(folder) ? withTransaction(db, seedCommerce) : undefined;
      const started = performance.now();
      await mkdir(folder, { recursive: true });
      await writeFile(seeding, '');
      const { metaFile, reviewsFile } = await generateDemoData({
        ...size,
        outDir: folder,
        ...(signal && { signal }),
      });
      const options = { pool: db.$client, rejectsDir: folder, logger, signal };
      await importMeta({ ...options, files: [metaFile] });
      await importReviews({ ...options, files: [reviewsFile] });
      const accounts = await withTransaction(db, seedCommerce);
      await rm(seeding);
      logger.info({ ...size, ms: Math.round(performance.now() - started) }, 'demo catalogue imported');
      return accounts;
    },
    signal,
  );
}

async function hasProducts(db: Database): Promise<boolean> {
  const { rows } = await db.execute(sql`select from products limit 1`);
  return rows.length > 0;
}
