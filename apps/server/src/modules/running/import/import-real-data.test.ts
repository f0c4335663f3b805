import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openImportDatabase } from '../../../testing/import/import-database.ts';
import { makeFolder, readTables } from '../../../testing/import/import-fixtures.ts';
import { importMeta, importReviews } from './index.ts';

const root =
  process.env.KINDRED_REAL_DATA ??
  fileURLToPath(new URL('../../../../../../../shared/data', import.meta.url));
const giftCards = join(root, 'amazon-2018', 'Gift_Cards');
const metaFiles = [
  join(giftCards, 'meta.jsonl.gz'),
  join(root, 'amazon-2023', 'Health_and_Personal_Care', 'meta.jsonl.gz'),
];
const reviewFiles = [
  join(giftCards, 'reviews_5core.jsonl.gz'),
  join(root, 'amazon-2023', 'All_Beauty', '5core_rating_only.csv.gz'),
];
const isThere = [...metaFiles, ...reviewFiles].every((file) => existsSync(file));
if (!isThere)
  console.info(`Skipping the import of real files: ${root} does not contain them (see KINDRED_REAL_DATA).`);

describe.runIf(isThere)('real Amazon files', () => {
  const database = openImportDatabase();

  it('load completely, twice with the same result', async () => {
    const options = { pool: database.pool, rejectsDir: join(makeFolder(), 'rejects') };

    const meta = await importMeta({ ...options, files: metaFiles });
    expect(meta.files.map((file) => file.inserted)).toEqual([1547, 1714]);
    expect(meta).toMatchObject({ read: 3261, inserted: 3261, rejected: 0, rejectsFiles: [] });
    const reviews = await importReviews({ ...options, files: reviewFiles });
    expect(reviews.files.map((file) => file.inserted)).toEqual([2965, 2535]);
    expect(reviews).toMatchObject({ read: 5507, unchanged: 7, rejected: 0, stubs: 356 });
    const first = await readTables(database.pool);
    expect(first.products.filter((product) => product.is_listed)).toHaveLength(1547 + 1714);
    expect(first.products.filter((product) => !product.is_listed)).toHaveLength(356);
    expect(first.reviews).toHaveLength(2965 + 2535);
    expect(first.users).toHaveLength(458 + 253);
    expect(
      first.products.every((product) => (product.price_minor === null) === (product.on_hand === null)),
    ).toBe(true);

    expect(await importMeta({ ...options, files: metaFiles })).toMatchObject({
      inserted: 0,
      updated: 0,
      unchanged: 3261,
    });
    expect(await importReviews({ ...options, files: reviewFiles })).toMatchObject({
      inserted: 0,
      updated: 0,
      stubs: 0,
    });
    expect(await readTables(database.pool)).toEqual(first);
  });
});
