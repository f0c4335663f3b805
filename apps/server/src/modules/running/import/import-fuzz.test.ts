/** @file Whatever a file contains, the import either loads or rejects each row, and does nothing else. */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openImportDatabase } from '../../../testing/import/import-database.ts';
import {
  brandAndColor,
  emptyTables,
  makeFolder,
  readRejects,
  toPandasCsv,
  toPythonRepr,
} from '../../../testing/import/import-fixtures.ts';
import { RowError } from './field-values.ts';
import { knownColumns as columnsOf } from './frame.ts';
import { importMeta, importReviews } from './index.ts';
import { openSource } from './open-source.ts';
import { priceReader } from './price.ts';
import { toProductRow } from './product-row.ts';
import { toReviewRow } from './review-row.ts';

const review = {
  user_id: 'AGREATUSER1',
  parent_asin: 'B000000001',
  rating: 5,
  timestamp: 1_588_687_728_923,
  title: 'A "great" mug',
  text: "Keeps tea warm,\nall day. It's <b>mine</b> &amp; 漢字 🎁",
  helpful_vote: 12,
  verified_purchase: true,
  images: [{ large_image_url: 'https://a.example/l.jpg', attachment_type: 'IMAGE' }],
};
const product = {
  parent_asin: 'B000000001',
  title: 'Stoneware mug, "Forest"',
  average_rating: 4.4,
  rating_number: 27,
  features: ['Dishwasher safe', "It's heavy"],
  description: ['A mug.'],
  price: 19.99,
  images: [{ large: 'https://a.example/l.jpg', hi_res: null, variant: 'MAIN' }],
  categories: ['Home & Kitchen', 'Mugs'],
  details: { Brand: 'Forest', Best: { Mugs: 3 } },
};

const kinds = { reviews: review, meta: product };
type Kind = keyof typeof kinds;
const formats = {
  json: (row: object) => `${JSON.stringify(row)}\n`.repeat(6),
  python: (row: object) => `${toPythonRepr(row)}\n`.repeat(6),
  csv: (row: object) => toPandasCsv(Array(6).fill(row)),
};

interface Change {
  at: number;
  drop: number;
  put: Uint8Array;
}

/** Damage as by a bad disk, a careless script or an editor. */
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.integer({ min: 0, max: 40 }),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc
      .constantFrom(
        '"',
        "'",
        '\n',
        '\r',
        ',',
        '{',
        '}',
        '[',
        ']',
        '\\',
        '\0',
        ':',
        '<',
        '&#',
        'NaN',
        '-',
        '1e999',
      )
      .map((text) => Buffer.from(text)),
    fc.string({ unit: 'binary', maxLength: 8 }).map((text) => Buffer.from(text)),
    fc
      .constantFrom('null', '-1', '[[[[', '{"a":', '\\ud800', '__proto__', '9'.repeat(400))
      .map((text) => Buffer.from(text)),
  ),
});

/** Leaves the first lines as they are, so that the layout is known. */
function spoil(text: string, changes: readonly Change[]): Buffer {
  let body = Buffer.from(text);
  const kept = body.indexOf('\n') + 1;
  for (const { at, drop, put } of changes) {
    const start = kept + Math.floor(at * (body.length - kept));
    body = Buffer.concat([body.subarray(0, start), put, body.subarray(start + drop)]);
  }
  return body;
}

const readPrice = priceReader('USD');
const ignore = () => undefined;

/** Reads the file as the import does, but without a database. Throws any error except a `RowError`. */
async function readFile(
  kind: Kind,
  file: string,
): Promise<{ good: number; rejected: number; lines: number[] }> {
  const isReviews = kind === 'reviews';
  const { knownColumns } = columnsOf(isReviews ? 'reviews' : 'meta', brandAndColor);
  const source = await openSource({
    file,
    kind: { knownColumns, headerColumns: knownColumns, takesRatings: isReviews },
    after: 0,
  });
  const seen = { good: 0, rejected: 0, lines: [] as number[] };
  for await (const rows of source.rows) {
    for (const row of rows) {
      seen.lines.push(row.line);
      if ('reason' in row) {
        seen.rejected++;
        continue;
      }
      try {
        if (isReviews) toReviewRow(row.record, { now: 1_700_000_000_000, note: ignore });
        else toProductRow(row.record, { readPrice, attributes: brandAndColor, note: ignore });
        seen.good++;
      } catch (error) {
        if (!(error instanceof RowError)) throw error;
        expect(error.message.length).toBeLessThan(300);
        seen.rejected++;
      }
    }
  }
  return seen;
}

const file = join(tmpdir(), `kindred-fuzz-${process.pid}.data`);
afterAll(() => rmSync(file, { force: true }));

const kindOf = fc.constantFrom<Kind>('reviews', 'meta');

describe('damaged rows', () => {
  it.each(Object.keys(formats) as Array<keyof typeof formats>)(
    'are each read or rejected in %s',
    async (format) => {
      const changes = fc.array(change, { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(kindOf, changes, async (kind, list) => {
          const body = spoil(formats[format](kinds[kind]), list);
          writeFileSync(file, body);
          const { good, rejected, lines } = await readFile(kind, file);
          expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
          const written = body
            .toString('utf8')
            .split('\n')
            .filter((line) => line.trim() !== '');
          if (format === 'csv') expect(good + rejected).toBeLessThan(written.length);
          else expect(good + rejected).toBe(written.length);
          expect(good).toBeGreaterThanOrEqual(format === 'csv' ? 0 : 1);
        }),
        { numRuns: 400 },
      );
    },
  );

  it('are each read or rejected if a field contains any JSON', async () => {
    const hostile = fc.oneof(
      fc.jsonValue(),
      fc.double(),
      fc.bigInt().map(Number),
      fc.string({ unit: 'binary' }),
    );
    await fc.assert(
      fc.asyncProperty(kindOf, fc.nat(20), hostile, async (kind, place, value) => {
        const names = Object.keys(kinds[kind]);
        const name = names[place % names.length]!;
        writeFileSync(file, `${JSON.stringify({ ...kinds[kind], [name]: value })}\n`);
        const { good, rejected, lines } = await readFile(kind, file);
        expect([good + rejected, lines]).toEqual([1, [1]]);
      }),
      { numRuns: 1_000 },
    );
  });
});

it('of random bytes are read as rows or as a file of no known layout', async () => {
  await fc.assert(
    fc.asyncProperty(kindOf, fc.uint8Array({ maxLength: 400, size: 'max' }), async (kind, bytes) => {
      writeFileSync(file, bytes);
      const outcome = await readFile(kind, file).catch((error: Error) => error);
      if (outcome instanceof Error)
        expect(outcome.message).toMatch(
          /none of the known layouts|one JSON array|is compressed with|is an? \w+ (archive|file|database|pickle)|is a PDF|compressed Parquet|not text in UTF-8|not a whole Parquet|cut off or damaged/,
        );
      else expect(outcome.lines).toHaveLength(outcome.good + outcome.rejected);
    }),
    { numRuns: 500 },
  );
});

describe('an import of damaged rows', () => {
  const database = openImportDatabase();

  it.each(['reviews', 'meta'] as const)(
    'of %s counts each row once, and names each row that it leaves out',
    async (kind) => {
      const folder = makeFolder();
      const format = fc.constantFrom(...(Object.keys(formats) as Array<keyof typeof formats>));
      const spoilt = fc.tuple(format, fc.array(change, { minLength: 1, maxLength: 4 }));
      await fc.assert(
        fc.asyncProperty(fc.array(spoilt, { minLength: 8, maxLength: 8 }), async (all) => {
          await emptyTables(database.pool);
          const files = all.map(([name, list], index) => {
            const path = join(folder, String(index));
            writeFileSync(path, spoil(formats[name](kinds[kind]), list));
            return path;
          });
          const run = kind === 'reviews' ? importReviews : importMeta;
          const summary = await run({ files, pool: database.pool, rejectsDir: folder });
          for (const { read, inserted, updated, unchanged, rejected, rejectsFile } of summary.files) {
            expect(inserted + updated + unchanged + rejected).toBe(read);
            const rejects = rejectsFile === null ? [] : readRejects(rejectsFile);
            expect(rejects).toHaveLength(rejected);
            expect(rejects.every(({ reason, line }) => reason !== '' && line > 0)).toBe(true);
          }
          const { rows } = await database.pool.query<{ count: number }>(
            `select count(*)::int as count from ${kind === 'reviews' ? 'reviews' : 'products where is_listed'}`,
          );
          expect(rows[0]!.count).toBe(summary.inserted);
        }),
        { numRuns: 2 },
      );
    },
  );
});
