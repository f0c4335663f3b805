import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DemoDataSize } from '@kindred/demo/data';
import type { Logger } from 'pino';
import { withLock } from '../../../platform/postgres/advisory-lock.ts';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { type DemoFiles, type DemoFilesInMaking, demoSize, makeDemoFiles } from '../demo-files/index.ts';
import type { DemoAccounts } from './demo-accounts.ts';
import { type ImportedKind, importDemoFiles } from './import-demo-files.ts';
import { seedCommerce } from './seed-commerce.ts';
import { seedSales } from './seed-sales.ts';

export interface SeedProgress {
  /** From 0 to 1, weighted by the time that each step takes. */
  readonly share: number;
  /** The total when all is done. */
  readonly products: number;
  readonly reviews: number;
}

/** The share of the time that each step takes. */
const steps = { make: 0.25, products: 0.25, reviews: 0.47, users: 0.03 } as const;
type Step = 'make' | ImportedKind;

function shareAt(step: Step, shareOfStep: number): number {
  const before = {
    make: 0,
    products: steps.make,
    reviews: steps.make + steps.products,
    users: 1 - steps.users,
  }[step];
  return before + steps[step] * shareOfStep;
}

/**
 * Fills an empty shop with the demo catalogue, through the import that reads all other data. If a start was killed, the next one
 * continues where it was; one node at a time does this. Returns the accounts if it created them.
 * @throws DemoMissingError
 */
export async function seedDemo({
  db,
  dataDir,
  logger,
  size = demoSize,
  filesInMaking,
  hasSales = false,
  signal,
  onProgress,
}: {
  db: Database;
  dataDir: string;
  logger: Logger;
  size?: DemoDataSize;
  /** Begun by the start, of the same size. */
  filesInMaking?: DemoFilesInMaking | undefined;
  /** Some products are on sale. Tests want the prices of the data. */
  hasSales?: boolean;
  signal?: AbortSignal;
  /** Called only if the shop needs filling. */
  onProgress?: (progress: SeedProgress) => void;
}): Promise<DemoAccounts | undefined> {
  const folder = join(dataDir, 'demo');
  const seeding = join(folder, 'seeding');
  return withLock(
    db,
    'kindred:seed-demo',
    async () => {
      if (!existsSync(seeding) && (await hasProducts(db)))
        // A demo catalogue of an early version gets the commerce data; a merchant's own catalogue is left alone.
        return existsSync(folder) ? withTransaction(db, (tx) => seedCommerce(tx, { dataDir })) : undefined;
      const started = performance.now();
      // Fails before any progress is reported.
      const making = filesInMaking ?? (await makeDemoFiles(dataDir, size));
      const tell = (step: Step, share: number) => onProgress?.({ ...size, share: shareAt(step, share) });
      tell('make', making.share);
      making.onShare = (share) => tell('make', share);
      await mkdir(folder, { recursive: true });
      await writeFile(seeding, '');
      await importDemoFiles(filesIn(folder, unlessAborted(making, signal)), {
        db,
        rejectsDir: folder,
        logger,
        signal,
        onProgress: tell,
      });
      const accounts = await withTransaction(db, async (tx) => {
        if (hasSales) await seedSales(tx);
        return seedCommerce(tx, { dataDir });
      });
      await rm(seeding);
      logger.info({ ...size, ms: Math.round(performance.now() - started) }, 'demo catalogue imported');
      return accounts;
    },
    signal,
  );
}

async function unlessAborted(making: DemoFilesInMaking, signal: AbortSignal | undefined): Promise<DemoFiles> {
  const stop = () => void making.stop(signal!.reason);
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  try {
    return await making.made;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

async function filesIn(folder: string, made: Promise<DemoFiles>): Promise<DemoFiles> {
  const { metaFile, reviewsFile, usersFile } = await made;
  return {
    metaFile: await moveInto(folder, metaFile),
    reviewsFile: await moveInto(folder, reviewsFile),
    usersFile: await moveInto(folder, usersFile),
  };
}

async function moveInto(folder: string, file: string): Promise<string> {
  const moved = join(folder, basename(file));
  await rename(file, moved);
  return moved;
}

async function hasProducts(db: Database): Promise<boolean> {
  const { rows } = await db.execute(sql`select from products limit 1`);
  return rows.length > 0;
}
