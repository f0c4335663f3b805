/** @file Templates of shops with products, filled once by the real import. Test shops are copies of them. */
import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type DemoAccounts, seedDemo } from '../modules/running/demo/index.ts';
import { openDatabase } from '../platform/postgres/database.ts';
import { findTestServer, testPrefix } from './postgres/test-server.ts';
import { ensureTemplate } from './postgres/test-template.ts';

export interface ShopSize {
  readonly products: number;
  readonly users: number;
  readonly reviews: number;
  readonly seed: number;
}

const repository = join(import.meta.dirname, '../../../..');

/** The files on which the contents of a seeded shop depend, besides its tables. */
const sources = [
  'demo/src/*.ts',
  'demo/src/{catalogue,reviews,shoppers}/**/*.ts',
  'packages/shop-types/src/**/*.ts',
  'apps/server/src/modules/*/{accounts,demo,import,pricing}/*.ts',
];

/** A template of this size, and the log-ins of its copies. */
export async function shopTemplate(size: ShopSize): Promise<{ template: string; accounts: DemoAccounts }> {
  const { connectionString, migrated } = findTestServer();
  const hash = createHash('sha256').update(`${migrated} ${hashOfSources()} ${JSON.stringify(size)}`);
  const { name, note } = await ensureTemplate(connectionString, {
    name: `${testPrefix}shop_${hash.digest('hex').slice(0, 12)}`,
    from: migrated,
    fill: (unfinished) => seed(unfinished, size),
  });
  return { template: name, accounts: note as DemoAccounts };
}

async function seed(connectionString: string, size: ShopSize): Promise<DemoAccounts> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kindred-shop-template-'));
  const database = openDatabase({ connectionString, max: 5 });
  try {
    const accounts = await seedDemo({ db: database.db, dataDir, logger: pino({ level: 'silent' }), size });
    return accounts!;
  } finally {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

let known: string | undefined;

function hashOfSources(): string {
  if (known !== undefined) return known;
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: repository }).filter((file) => !file.endsWith('.test.ts'));
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(repository, file)));
  known = hash.digest('hex');
  return known;
}
