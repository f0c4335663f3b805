/** @file An optional field that cannot be read does not cost the row, and every value that is left out is counted. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openImportDatabase } from '../../../testing/import/import-database.ts';
import {
  createParserInProcess,
  emptyTables,
  makeFolder,
  readTables,
  toPandasCsv,
  writeFile,
} from '../../../testing/import/import-fixtures.ts';
import { importMeta, importReviews } from './index.ts';
import type { ParseOrder } from './parse-rows.ts';
import type { ParsedFile, ParseOptions, Parser } from './parser.ts';

const database = openImportDatabase();

const product = (changes: object) => ({
  title: 'Mug',
  main_category: 'Home',
  price: 9.99,
  average_rating: 4,
  rating_number: 2,
  images: [],
  details: {},
  ...changes,
});
const review = (changes: object) => ({
  user_id: 'U1',
  parent_asin: 'P1',
  rating: 4,
  timestamp: 1_588_687_728_000,
  title: 'Fine',
  text: 'It is.',
  helpful_vote: 2,
  verified_purchase: true,
  ...changes,
});

it('reads numeric ids as it does in a CSV', async () => {
  const rows = [review({ user_id: 900_000 }), review({ user_id: 'U2', parent_asin: 439_893_577 })];
  const options = { pool: database.pool, rejectsDir: makeFolder(), createParser: createParserInProcess };
  await importReviews({ ...options, files: [writeFile(makeFolder(), 'a.csv', toPandasCsv(rows))] });
  const wanted = await readTables(database.pool);
  await emptyTables(database.pool);
  await importReviews({ ...options, files: [writeFile(makeFolder(), 'a.jsonl', rows)] });
  expect(await readTables(database.pool)).toEqual(wanted);
  expect(wanted.reviews).toMatchObject([{ user_id: '900000' }, { parent_asin: '439893577' }]);
});

it('counts by field and reason over all files, without rejected rows', async () => {
  const folder = makeFolder();
  const files = [
    writeFile(folder, 'a.jsonl', [
      product({ parent_asin: 'P1', price: '€1', average_rating: 9 }),
      product({ parent_asin: 'P2', price: '£2' }),
      product({ parent_asin: null, price: '¥3' }),
      product({ parent_asin: 'P4', price: '£4', stock: -1 }),
    ]),
    writeFile(folder, 'b.jsonl', [product({ parent_asin: 'P3', price: '€5' })]),
  ];
  const summary = await importMeta({ files, pool: database.pool, rejectsDir: folder, batchRows: 1 });
  expect(summary.rejected).toBe(2);
  expect(summary.fields).toEqual([
    { field: 'average_rating', reason: 'is not between 1 and 5: left out', count: 1, example: '9' },
    { field: 'price', reason: 'is in another currency: not for sale', count: 3, example: '"€1"' },
    { field: 'rating_number', reason: 'has no average_rating beside it: left out', count: 1, example: '2' },
  ]);
  expect(summary.files[1]!.fields).toMatchObject([{ field: 'price', count: 1, example: '"€5"' }]);
});

it('continues the counts when an interrupted import is resumed', async () => {
  const folder = makeFolder();
  const rows = Array.from({ length: 6 }, (_, number) => product({ parent_asin: `P${number}`, price: '€1' }));
  const options = {
    files: [writeFile(folder, 'a.jsonl', rows)],
    pool: database.pool,
    rejectsDir: folder,
    batchRows: 2,
    createParser: createParserInProcess,
  };
  const stopped = importMeta({ ...options, createParser: stopAfterTwoBatches });
  await expect(stopped).rejects.toThrow('stopped');
  const summary = await importMeta(options);
  expect(summary.files[0]!.resumedAfter).toBe(4);
  expect(summary.fields).toMatchObject([{ field: 'price', count: 6 }]);
});

function stopAfterTwoBatches(): Parser {
  const parser = createParserInProcess();
  async function* firstTwo<Batch>(batches: AsyncIterable<Batch>): AsyncGenerator<Batch> {
    let count = 0;
    for await (const batch of batches) {
      if (count++ === 2) throw new Error('stopped');
      yield batch;
    }
  }
  return {
    parse<Facts>(order: ParseOrder, options: ParseOptions): ParsedFile<Facts> {
      const parsed = parser.parse<Facts>(order, options);
      return { ...parsed, batches: firstTwo(parsed.batches) };
    },
    close: () => parser.close(),
  };
}

const cases = fileURLToPath(new URL('../../../../../../../shared/cases', import.meta.url));

describe.runIf(existsSync(join(cases, '08-prices.jsonl')))('files that once failed', () => {
  async function importCase(kind: 'meta' | 'reviews', name: string) {
    const summary = await (kind === 'meta' ? importMeta : importReviews)({
      files: [join(cases, name)],
      pool: database.pool,
      rejectsDir: makeFolder(),
      createParser: createParserInProcess,
    });
    const { products, reviews } = await readTables(database.pool);
    return { summary, products, reviews };
  }

  it('07: bytes after the archive', async () => {
    const { summary } = await importCase('reviews', '07-gz-trailing-garbage.jsonl.gz');
    expect(summary).toMatchObject({ inserted: 500, rejected: 0 });
    expect(summary.files[0]!.remarks).toHaveLength(1);
  });

  it('08: prices', async () => {
    const { summary, products } = await importCase('meta', '08-prices.jsonl');
    expect(products.map(({ price_minor }) => price_minor)).toEqual([
      ...[1299, 1299, 1299, 99, 99, 699, 1299, 1299, 499, 1299, 1299],
      ...[1299, 129900, null, null, null],
    ]);
    expect(summary.fields).toContainEqual(
      expect.objectContaining({ field: 'price', reason: 'is in another currency: not for sale', count: 3 }),
    );
  });

  it('09: entities', async () => {
    const { products } = await importCase('meta', '09-entities.jsonl');
    expect(products.map(({ title }) => title)).toEqual(['Köln Müller × 3 ¼ €5 «A» ß ±2', 'Été Ä "twice"']);
  });

  it.each([
    ['10-mac-line-ends.csv', 2],
    ['11-numeric-ids.jsonl', 4],
    ['12-widget-markers.jsonl', 2],
    ['13-array-one-object-a-line.json', 3],
  ])('%s', async (name, rows) => {
    const { summary, reviews } = await importCase('reviews', name);
    expect(summary).toMatchObject({ inserted: rows, rejected: 0 });
    expect(JSON.stringify(reviews)).not.toContain('[[');
  });

  it('14 and 15: titles, and fields that a product can do without', async () => {
    expect((await importCase('meta', '14-script-as-title.jsonl')).summary.rejected).toBe(2);
    const { summary, products } = await importCase('meta', '15-decorative-fields.jsonl');
    expect(summary).toMatchObject({ inserted: 4, rejected: 0 });
    expect(products[0]).toMatchObject({ average_rating: 4.5, rating_count: 1234 });
  });

  it('16: pictures, categories, brands', async () => {
    const { products } = await importCase('meta', '16-images-and-categories.jsonl');
    expect(products.slice(0, 2).map(({ images }) => (images as object[]).length)).toEqual([2, 1]);
    expect(products[2]).toMatchObject({ category: 'toys-games/puzzles/jigsaw' });
    expect(products.slice(3).map(({ brand }) => brand)).toEqual(['Acme', 'Acme']);
  });

  it.each(['bz2', 'xz'])('17: %s is named', async (format) => {
    await expect(importCase('reviews', `17-compressed.jsonl.${format}`)).rejects.toThrow(
      format === 'xz' ? /compressed with xz/ : /compressed with bzip2/,
    );
  });
});
