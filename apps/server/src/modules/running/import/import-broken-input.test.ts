/** @file One broken row between two good ones, in every layout: the import loads the good ones and names the broken one. */
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { parquetWriteFile } from 'hyparquet-writer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../platform/postgres/database.ts';
import {
  createParserInProcess,
  emptyTables,
  makeFolder,
  readRejects,
  readTables,
  writeFile,
} from '../../../testing/import/import-fixtures.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/postgres/test-database.ts';
import { runKindred } from '../../../testing/processes/run-program.ts';
import { type ImportSummary, importMeta, importReviews, UnusableFileError } from './index.ts';

let test: TestDatabase;
let database: OpenDatabase;
let keptFolder: string;

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase({ connectionString: test.connectionString });
  keptFolder = mkdtempSync(join(tmpdir(), 'kindred-import-test-'));
});

afterAll(async () => {
  await database.close();
  await test.drop();
  rmSync(keptFolder, { recursive: true });
});

const review = (changes: object = {}) => ({
  user_id: 'U-broken',
  parent_asin: 'P1',
  rating: 4,
  timestamp: 1_588_687_728_000,
  title: 'Fine',
  text: 'It is.',
  helpful_vote: 2,
  verified_purchase: true,
  ...changes,
});
const product = (changes: object = {}) => ({
  parent_asin: 'P-broken',
  title: 'Mug',
  price: 5,
  average_rating: 4.5,
  rating_number: 12,
  details: { Brand: 'Forest' },
  ...changes,
});
const goodReviews = [review({ user_id: 'U1' }), review({ user_id: 'U2' })] as const;

const importFile = (kind: 'reviews' | 'meta', file: string): Promise<ImportSummary> =>
  (kind === 'reviews' ? importReviews : importMeta)({
    files: [file],
    pool: database.pool,
    rejectsDir: join(keptFolder, 'rejects'),
    createParser: createParserInProcess,
  });

async function expectOneReject(
  kind: 'reviews' | 'meta',
  file: string,
  wanted: { line: number; reason: RegExp },
): Promise<void> {
  await emptyTables(database.pool);
  const summary = await importFile(kind, file);
  expect(summary).toMatchObject({ read: 3, inserted: 2, updated: 0, unchanged: 0, rejected: 1 });
  expect(summary.files[0]!.damage).toBeNull();
  const rejects = readRejects(summary.rejectsFiles[0]!);
  expect(rejects).toEqual([
    { file, line: wanted.line, reason: expect.stringMatching(wanted.reason), raw: expect.any(String) },
  ]);
  const tables = await readTables(database.pool);
  if (kind === 'reviews') expect(tables.reviews.map(({ user_id }) => user_id)).toEqual(['U1', 'U2']);
  else expect(tables.products.map(({ parent_asin }) => parent_asin)).toEqual(['P1', 'P2']);
}

const toBytes = (line: string | Uint8Array | object): Uint8Array =>
  line instanceof Uint8Array ? line : Buffer.from(typeof line === 'string' ? line : JSON.stringify(line));

/** A good line, a broken one, a good one. */
const jsonLines = (good: readonly [object, object], broken: string | object): Buffer =>
  Buffer.from([good[0], broken, good[1]].map((line) => `${toBytes(line)}\n`).join(''));

const asJson = (record: object, from: string, to: string): string => {
  const text = JSON.stringify(record);
  expect(text).toContain(from);
  return text.replace(from, to);
};

const brokenReviews: Array<[name: string, line: () => string | Uint8Array | object, reason: RegExp]> = [
  [
    'bytes that are not UTF-8',
    () => Buffer.from(JSON.stringify(review({ text: 'naïve' })), 'latin1'),
    /not valid UTF-8/,
  ],
  ['a line cut in two', () => JSON.stringify(review()).slice(0, 60), /not valid JSON: Unterminated string/],
  ['a line that is glued to the next', () => JSON.stringify(review()).repeat(2), /not valid JSON/],
  ['a log line', () => 'WARN 2023-05-01 could not write row', /not valid JSON/],
  ['HTML', () => '<!doctype html><title>502 Bad Gateway</title>', /not valid JSON/],
  ['a NUL byte', () => asJson(review(), 'It is.', 'It\0is.'), /not valid JSON: Bad control character/],
  ['NUL bytes alone, as a crash leaves them', () => '\0'.repeat(500), /not valid JSON/],
  ['a list', () => '[1, 2, 3]', /not a JSON object/],
  ['a number', () => '42', /not a JSON object/],
  ['a huge line', () => JSON.stringify(review({ text: 'x'.repeat(9 * 1024 * 1024) })), /longer than 8 MiB/],
  ['a nest without a bottom', () => '[{"a":'.repeat(50_000), /not valid JSON/],
  [
    'a key twice',
    () => asJson(review(), '"rating":4', '"rating":1,"rating":5'),
    /the key "rating" occurs twice/,
  ],
  ['a key twice in Python', () => `{'user_id': 'A', 'user_id': 'B'}`, /the key "user_id" occurs twice/],
  [
    'a Python dict cut in two',
    () => `{'user_id': 'A', 'asin': 'B`,
    /not a valid Python dict: a text has no end/,
  ],
  ['rating 0', () => review({ rating: 0 }), /^rating is not between 1 and 5: 0$/],
  ['rating 6', () => review({ rating: 6 }), /^rating is not between 1 and 5: 6$/],
  ['rating -1', () => review({ rating: -1 }), /^rating is not between 1 and 5: -1$/],
  ['rating 4.5', () => review({ rating: 4.5 }), /^rating is not a whole number: 4\.5$/],
  ['rating NaN', () => asJson(review(), '"rating":4', '"rating":NaN'), /^rating is missing$/],
  [
    'rating Infinity',
    () => asJson(review(), '"rating":4', '"rating":Infinity'),
    /^rating is not a number: Infinity$/,
  ],
  [
    'rating -inf',
    () => `{'user_id': 'A', 'asin': 'B', 'rating': -inf}`,
    /^rating is not a number: -Infinity$/,
  ],
  [
    'rating 1e999',
    () => asJson(review(), '"rating":4', '"rating":1e999'),
    /^rating is not a number: Infinity$/,
  ],
  ['rating in words', () => review({ rating: '5 stars' }), /^rating is not a number: "5 stars"$/],
  ['rating true', () => review({ rating: true }), /^rating is not a number: true$/],
  ['rating as a list', () => review({ rating: [5] }), /^rating is not a number: \[5\]$/],
  ['no rating', () => review({ rating: null }), /^rating is missing$/],
  ['no user', () => review({ user_id: undefined }), /^user_id is missing$/],
  [
    'a user of 12.5',
    () => review({ user_id: 12.5 }),
    /^user_id is neither a text nor a whole number: 12\.5$/,
  ],
  [
    'a user whose digits are lost',
    () => asJson(review(), '"U-broken"', '12345678901234567890'),
    /^user_id is a number that has lost digits/,
  ],
  ['a blank user', () => review({ user_id: ' \t ' }), /^user_id is missing$/],
  ['a user with a NUL', () => review({ user_id: 'A\0B' }), /^user_id holds a NUL character$/],
  [
    'a user with half a character',
    () => asJson(review(), 'U-broken', '\\ud83d'),
    /^user_id is not valid Unicode$/,
  ],
  [
    'a user without an end',
    () => review({ user_id: 'x'.repeat(129) }),
    /^user_id is longer than 128 characters$/,
  ],
  ['no product', () => review({ parent_asin: '' }), /^parent_asin is missing$/],
  [
    'a product that is a dict',
    () => review({ parent_asin: { id: 1 } }),
    /^parent_asin is neither a text nor a whole number: \{"id":1\}$/,
  ],
  [
    'a date to come',
    () => review({ timestamp: Date.UTC(2199, 0, 1) }),
    /^timestamp is not a time between 1990 and today/,
  ],
  [
    'a date before the web',
    () => review({ timestamp: '1969-07-20' }),
    /^timestamp is not a time between 1990 and today/,
  ],
  [
    'a day that does not exist',
    () => review({ timestamp: '2021-02-30' }),
    /^timestamp is a day that does not exist/,
  ],
  ['a date in words', () => review({ timestamp: 'yesterday' }), /^timestamp is not a number: "yesterday"$/],
  ['a time NaN', () => asJson(review(), '1588687728000', 'NaN'), /^timestamp is missing$/],
  ['no time', () => review({ timestamp: undefined }), /^timestamp is missing$/],
];

const brokenProducts: Array<[name: string, line: () => string | Uint8Array | object, reason: RegExp]> = [
  ['no name', () => product({ parent_asin: null }), /^parent_asin is missing$/],
  ['no title', () => product({ title: undefined }), /^title is missing$/],
  [
    'a title of nothing but markup',
    () => product({ title: '<p><img src=x onerror=alert(1)></p>' }),
    /^title is missing$/,
  ],
  [
    'a script for a title',
    () => product({ title: 'var aPageStart = (new Date()).getTime();\nvar ue_t0=ue_t0||+new Date();' }),
    /^title is a script: "var aPageStart/,
  ],
  ['a style sheet for a title', () => product({ title: '.a-box{color:#fff}' }), /^title is a script/],
  ['a title None', () => product({ title: 'None' }), /^title is missing$/],
  ['a title that is a list', () => product({ title: ['Mug'] }), /^title is not a text: \["Mug"\]$/],
  ['a negative price', () => product({ price: -5 }), /^price is negative: -5$/],
  ['a negative price as text', () => product({ price: '-5.00' }), /^price is negative: "-5\.00"$/],
  ['a negative price with its sign', () => product({ price: '-$5' }), /^price is negative: "-\$5"$/],
  [
    'a price Infinity',
    () => asJson(product(), '"price":5', '"price":Infinity'),
    /^price is not a number: Infinity$/,
  ],
  ['a price as pandas writes infinity', () => product({ price: 'inf' }), /^price is not a number: "inf"$/],
  ['a price beyond counting', () => product({ price: 1e12 }), /^price is larger than Kindred can hold/],
  [
    'a price far beyond counting',
    () => product({ price: 1e300 }),
    /^price is larger than Kindred can hold: 1e\+300$/,
  ],
  [
    'a price that is a dict',
    () => product({ price: { amount: 5 } }),
    /^price is not a number: \{"amount":5\}$/,
  ],
  ['a price true', () => product({ price: true }), /^price is not a number: true$/],
  ['stock below zero', () => product({ stock: -1 }), /^stock is not a whole number from 0 up: -1$/],
  [
    'a title without a bottom',
    () => asJson(product(), '"Mug"', `${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    /^title is not a text: (\[{60}\.\.\.|something of type object)/,
  ],
  [
    'details with a key twice',
    () => asJson(product(), '"Brand":', '"Brand":"A","Brand":'),
    /^the key "Brand" occurs twice$/,
  ],
];

/** Good, broken, good, broken, ..., good. The line number of a broken row is twice its position, counted from 1. */
function alternate(
  good: (number: number) => object,
  broken: ReadonlyArray<[string, () => string | Uint8Array | object, RegExp]>,
): Buffer {
  const lines = broken.flatMap(([, line], index) => [toBytes(good(index)), toBytes(line())]);
  return Buffer.concat([...lines, toBytes(good(broken.length))].flatMap((line) => [line, Buffer.from('\n')]));
}

describe('of JSON lines, a review with', () => {
  let summary: ImportSummary;
  let users: unknown[];

  beforeAll(async () => {
    await emptyTables(database.pool);
    const body = alternate((number) => review({ user_id: `U${number}` }), brokenReviews);
    summary = await importFile('reviews', writeFile(keptFolder, 'reviews.jsonl', body));
    users = (await readTables(database.pool)).reviews.map(({ user_id }) => user_id);
  });

  it.each(brokenReviews.map(([name, , reason], index) => [name, 2 * (index + 1), reason] as const))(
    '%s is named, with line %i',
    (_, line, reason) => {
      const named = readRejects(summary.rejectsFiles[0]!).filter((reject) => reject.line === line);
      expect(named).toMatchObject([{ reason: expect.stringMatching(reason), raw: expect.any(String) }]);
    },
  );

  it('anything else is loaded', () => {
    const count = brokenReviews.length;
    expect(summary).toMatchObject({ read: 2 * count + 1, inserted: count + 1, rejected: count });
    expect(users).toEqual(Array.from({ length: count + 1 }, (_, number) => `U${number}`).sort());
  });
});

describe('of JSON lines, a product with', () => {
  let summary: ImportSummary;
  let names: unknown[];

  beforeAll(async () => {
    await emptyTables(database.pool);
    const body = alternate((number) => product({ parent_asin: `P${number}` }), brokenProducts);
    summary = await importFile('meta', writeFile(keptFolder, 'meta.jsonl.gz', gzipSync(body)));
    names = (await readTables(database.pool)).products.map(({ parent_asin }) => parent_asin);
  });

  it.each(brokenProducts.map(([name, , reason], index) => [name, 2 * (index + 1), reason] as const))(
    '%s is named, with line %i',
    (_, line, reason) => {
      const named = readRejects(summary.rejectsFiles[0]!).filter((reject) => reject.line === line);
      expect(named).toMatchObject([{ reason: expect.stringMatching(reason), raw: expect.any(String) }]);
    },
  );

  it('anything else is loaded', () => {
    const count = brokenProducts.length;
    expect(summary).toMatchObject({ read: 2 * count + 1, inserted: count + 1, rejected: count });
    expect(names).toEqual(Array.from({ length: count + 1 }, (_, number) => `P${number}`).sort());
  });
});

describe('of CSV, a row with', () => {
  const header = 'user_id,parent_asin,rating,timestamp,text';
  it.each([
    ['too few columns', 'U3,P1,5', /^3 columns, expected 5$/],
    ['too many columns', 'U3,P1,5,1588687728000,fine,really', /^6 columns, expected 5$/],
    ['a quote that never closes', 'U3,P1,5,1588687728000,"fine', /^a quote that opens here never closes$/],
    ['a quote where none may be', 'U3,P1,5,1588687728000,"fine"x', /^a quote is in the wrong place$/],
    ['the header again', header, /^rating is not a number: "rating"$/],
    ['a missing value as pandas writes it', 'U3,P1,NaN,1588687728000,fine', /^rating is missing$/],
    ['a rating of 9', 'U3,P1,9.0,1588687728000,fine', /^rating is not between 1 and 5: "9\.0"$/],
    ['infinity as pandas writes it', 'U3,P1,inf,1588687728000,fine', /^rating is not a number: "inf"$/],
    ['bytes that are no UTF-8', Buffer.from('U3,P1,5,1588687728000,naïve', 'latin1'), /not valid UTF-8/],
    ['a NUL in a name', 'U\0,P1,5,1588687728000,fine', /^user_id holds a NUL character$/],
    ['a huge line', `U3,P1,5,1588687728000,${'x'.repeat(9 * 1024 * 1024)}`, /longer than 8 MiB/],
    ['other commas', 'U3;P1;5;1588687728000;fine', /^1 columns, expected 5$/],
  ])('%s is named', async (_, row, reason) => {
    const body = Buffer.concat([
      Buffer.from(`${header}\nU1,P1,5,1588687728000,"two\nlines"\n`),
      Buffer.from(row as string),
      Buffer.from('\nU2,P1,5,1588687728000,fine\n'),
    ]);
    await expectOneReject('reviews', writeFile(makeFolder(), 'a.csv', body), { line: 4, reason });
  });

  it('a negative price is named as it is in JSON', async () => {
    const body = 'parent_asin,title,price\nP1,Mug,5.0\nP3,Cup,-5.0\nP2,Bowl,\n';
    const file = writeFile(makeFolder(), 'a.csv', body);
    await expectOneReject('meta', file, { line: 3, reason: /^price is negative: "-5\.0"$/ });
  });
});

describe('of Parquet, a row with', () => {
  const users = ['U1', 'U3', 'U2'];
  it.each<[string, Record<string, unknown[]>, RegExp]>([
    ['a rating of 6', { rating: [4, 6, 5] }, /^rating is not between 1 and 5: 6$/],
    ['a rating NaN', { rating: [4, Number.NaN, 5] }, /^rating is missing$/],
    ['a rating of nothing', { rating: [4, null, 5] }, /^rating is missing$/],
    ['no user', { user_id: ['U1', null, 'U2'] }, /^user_id is missing$/],
    [
      'a time to come',
      { timestamp: [new Date(1e12), new Date(8e12), new Date(1e12)] },
      /^timestamp is not a time between/,
    ],
  ])('%s is named', async (_, changes, reason) => {
    const columns: Record<string, unknown[]> = {
      user_id: users,
      parent_asin: ['P1', 'P1', 'P1'],
      rating: [4, 4, 4],
      timestamp: [1_588_687_728_000n, 1_588_687_728_000n, 1_588_687_728_000n],
      ...changes,
    };
    const filename = join(makeFolder(), 'a.parquet');
    const columnData = Object.entries(columns).map(([name, data]) => ({ name, data }));
    parquetWriteFile({ filename, columnData });
    await expectOneReject('reviews', filename, { line: 2, reason });
  });
});

/** An archive with one file, whose header has the fields that identify a tar. */
function tarOf(content: Buffer): Buffer {
  const header = Buffer.alloc(512);
  header.write('a.jsonl', 0);
  header.write('ustar', 257);
  return Buffer.concat([header, content, Buffer.alloc(512)]);
}

describe('a file', () => {
  beforeEach(() => emptyTables(database.pool));

  const body = jsonLines(goodReviews, '');

  it.each<[string, Buffer]>([
    ['with a byte-order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body])],
    ['with the line ends of Windows', Buffer.from(body.toString().replaceAll('\n', '\r\n'))],
    ['without a last line end', body.subarray(0, body.length - 1)],
    ['put together from two with byte-order marks', Buffer.from(body.toString().replaceAll('{', '\uFEFF{'))],
    ['compressed in pieces', Buffer.concat([gzipSync(body.subarray(0, 99)), gzipSync(body.subarray(99))])],
  ])('%s is read like any other', async (_, content) => {
    expect(await importFile('reviews', writeFile(makeFolder(), 'a.jsonl', content))).toMatchObject({
      read: 2,
      inserted: 2,
      rejected: 0,
      rejectsFiles: [],
    });
  });

  const csv = (['user_id', 'parent_asin', 'rating', 'timestamp', 'text'] as const).map((name) => [
    name,
    ...goodReviews.map((row) => (name === 'text' ? '"It is; it\tis, it is | so."' : String(row[name]))),
  ]);
  const lineOf = (row: number, between: string) => csv.map((column) => column[row]).join(between);

  it.each<[string, string]>([
    [
      'an array with one object per line',
      `[\n${goodReviews.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`,
    ],
    [
      'an array that begins and ends on those lines',
      `[${goodReviews.map((row) => JSON.stringify(row)).join('\n,')}]`,
    ],
    ['CSV with the line ends of old Macs', [0, 1, 2].map((row) => lineOf(row, ',')).join('\r')],
    ['CSV with semicolons', [0, 1, 2].map((row) => lineOf(row, ';')).join('\n')],
    ['CSV with tabs', [0, 1, 2].map((row) => lineOf(row, '\t')).join('\r\n')],
    ['CSV with bars', [0, 1, 2].map((row) => lineOf(row, '|')).join('\n')],
    ['bare ratings with tabs', 'U1\tP1\t4.0\t1588687728\nU2\tP1\t4.0\t1588687728\n'],
  ])('of %s is read', async (_, content) => {
    expect(await importFile('reviews', writeFile(makeFolder(), 'a.txt', content))).toMatchObject({
      read: 2,
      inserted: 2,
      rejected: 0,
    });
  });

  it('that is an array reports the line of a rejected row', async () => {
    const lines = [goodReviews[0], review({ rating: 9 }), goodReviews[1]].map((row) => JSON.stringify(row));
    await expectOneReject('reviews', writeFile(makeFolder(), 'a.json', `[\n${lines.join(',\n')}\n]`), {
      line: 3,
      reason: /^rating is not between 1 and 5: 9$/,
    });
  });

  const manyReviews = Buffer.concat(
    Array.from({ length: 500 }, (_, number) =>
      Buffer.from(`${JSON.stringify(review({ user_id: `U${number}` }))}\n`),
    ),
  );

  it.each<[string, Buffer, RegExp | null]>([
    ['text', Buffer.from('TRAILING'), /a\.jsonl\.gz has 8 bytes after the end of the compressed data/],
    ['half of a gzip mark', Buffer.from([0x1f]), /has 1 bytes after/],
    ['padding', Buffer.alloc(1024), null],
  ])('that is compressed, with %s after it, is read whole', async (_, trailing, remark) => {
    const members = [manyReviews.subarray(0, 999), manyReviews.subarray(999)].map((piece) => gzipSync(piece));
    const file = writeFile(makeFolder(), 'a.jsonl.gz', Buffer.concat([...members, trailing]));
    const summary = await importFile('reviews', file);
    expect(summary).toMatchObject({ read: 500, inserted: 500, files: [{ damage: null }] });
    expect(summary.files[0]!.remarks).toEqual(remark === null ? [] : [expect.stringMatching(remark)]);
  });

  it('that is compressed, with a name and a comment in its header, is read', async () => {
    const bytes = gzipSync(body);
    const header = Buffer.from(bytes.subarray(0, 10)).fill(0x04 | 0x08 | 0x10, 3, 4);
    const extra = Buffer.from('\x03\x00abca.jsonl\0no comment\0', 'latin1');
    const file = writeFile(makeFolder(), 'a.gz', Buffer.concat([header, extra, bytes.subarray(10)]));
    expect(await importFile('reviews', file)).toMatchObject({ read: 2, inserted: 2 });
  });

  it('that cannot be used does not stop the import of the others', async () => {
    const folder = makeFolder();
    const files = [
      join(folder, 'nowhere.jsonl'),
      writeFile(folder, 'letter.txt', 'Dear shop,\nplease send me a mug.\n'),
      writeFile(folder, 'a.jsonl', [...goodReviews]),
    ];
    const summary = await importReviews({ files, pool: database.pool, rejectsDir: folder });
    expect(summary).toMatchObject({ read: 2, inserted: 2, files: [{ file: files[2] }] });
    expect(summary.unusableFiles).toEqual([
      { file: files[0], reason: expect.stringMatching(/The file .*nowhere\.jsonl does not exist/) },
      { file: files[1], reason: expect.stringMatching(/letter\.txt is in none of the known layouts/) },
    ]);
  });

  it.each([
    ['of nothing', ''],
    ['of line ends', '\n\r\n  \n'],
  ])('%s holds no rows', async (_, content) => {
    expect(await importFile('reviews', writeFile(makeFolder(), 'a.jsonl', content))).toMatchObject({
      read: 0,
      rejected: 0,
    });
  });

  it('with the same column twice is rejected', async () => {
    const file = writeFile(
      makeFolder(),
      'a.csv',
      'user_id,asin,rating,timestamp,rating\nU1,P1,5,1588687728,1\n',
    );
    const summary = await importFile('reviews', file);
    expect(summary).toMatchObject({ read: 0, inserted: 0 });
    expect(summary.files[0]!.damage).toMatch(/has the column "rating" twice/);
  });

  it.each<[string, Buffer]>([
    ['cut off', gzipSync(body).subarray(0, 60)],
    ['damaged inside', Buffer.from(gzipSync(body)).fill(0x55, 40, 60)],
    ['with a wrong sum', gzipSync(body).fill(0x55, gzipSync(body).length - 8)],
  ])('reports a compressed file that is %s', async (_, content) => {
    const summary = await importFile('reviews', writeFile(makeFolder(), 'a.jsonl.gz', content));
    expect(summary.files[0]!.damage).toMatch(
      /a\.jsonl\.gz is cut off or damaged after \d+ decompressed bytes/,
    );
  });

  it.each<[string, Buffer, RegExp]>([
    ['Parquet that is cut off', Buffer.from('PAR1 and then nothing'), /is not a whole Parquet file/],
  ])('reports %s', async (_, content, message) => {
    const summary = await importFile('reviews', writeFile(makeFolder(), 'a.parquet', content));
    expect(summary.files[0]!.damage).toMatch(message);
  });

  it.each<[string, Buffer, RegExp]>([
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      /none of the known layouts/,
    ],
    [
      'a ZIP archive',
      Buffer.from('PK\x03\x04\x14\x00\x00\x00\x08\x00', 'latin1'),
      /a ZIP archive: unpack it/,
    ],
    ['bzip2', Buffer.from('BZh91AY&SY', 'latin1'), /is compressed with bzip2: decompress it first/],
    ['xz', Buffer.from('\xfd7zXZ\0\0', 'latin1'), /is compressed with xz/],
    ['zstd', zstdCompressSync(body), /is compressed with zstd/],
    ['tar', tarOf(body), /is a tar archive: unpack it/],
    ['tar, compressed', gzipSync(tarOf(body)), /is a tar archive: unpack it/],
    ['gzip in gzip', gzipSync(gzipSync(body)), /is compressed with gzip twice/],
    ['an array over many lines', Buffer.from(JSON.stringify(goodReviews, null, 2)), /is one JSON array/],
    ['an array on one line', Buffer.from(JSON.stringify(goodReviews)), /is one JSON array/],
    ['UTF-16', Buffer.from(body.toString(), 'utf16le'), /not text in UTF-8/],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${body}`, 'utf16le'), /not text in UTF-8 \(it is UTF-16\)/],
    ['a letter', Buffer.from('Dear shop,\nplease send me a mug.\n'), /none of the known layouts/],
  ])('of %s is rejected', async (_, content, reason) => {
    const file = writeFile(makeFolder(), 'a.bin', content);
    const refusal = importFile('reviews', file);
    await expect(refusal).rejects.toThrow(UnusableFileError);
    await expect(refusal).rejects.toThrow(reason);
  });
});

it('imports the newest of two rows with the same key, and counts the other', async () => {
  await emptyTables(database.pool);
  const file = writeFile(makeFolder(), 'a.jsonl', [
    review({ rating: 1, timestamp: 1_500_000_000_000 }),
    review({ rating: 5, timestamp: 1_600_000_000_000 }),
    review({ rating: 2, timestamp: 1_400_000_000_000 }),
  ]);
  const summary = await importFile('reviews', file);
  expect(summary).toMatchObject({ read: 3, inserted: 1, unchanged: 2, rejected: 0 });
  expect((await readTables(database.pool)).reviews).toMatchObject([{ rating: 5 }]);
});

it.each([
  ['tags that never end', '<a'.repeat(500_000)],
  ['scripts that never end', '<script>'.repeat(125_000)],
  ['brackets', '<'.repeat(1_000_000)],
  ['entities that never end', '&#x1'.repeat(250_000)],
  ['blanks', ' \n'.repeat(350_000)],
])('is not kept busy by %s', async (_, text) => {
  const file = writeFile(makeFolder(), 'a.jsonl', [
    product({ parent_asin: 'P1', description: [text], features: [text], main_category: `${text} Mugs` }),
    product({
      parent_asin: 'P2',
      images: [{ large: `http://${text}` }],
      image: [`http://${'._'.repeat(500_000)}`],
    }),
  ]);
  const started = performance.now();
  expect(await importFile('meta', file)).toMatchObject({ read: 2, rejected: 0 });
  // Linear work takes seconds, quadratic work takes hours.
  expect(performance.now() - started).toBeLessThan(20_000);
});

it('rejects a line of 400 MB without keeping it in memory', async () => {
  const file = join(makeFolder(), 'a.jsonl');
  const handle = openSync(file, 'w');
  const start = writeSync(handle, `${JSON.stringify(goodReviews[0])}\n`);
  // A sparse file: a hole of NUL bytes, which takes no disk space.
  ftruncateSync(handle, start + 400_000_000);
  writeSync(handle, `\n${JSON.stringify(goodReviews[1])}\n`, start + 400_000_000);
  closeSync(handle);
  const before = process.resourceUsage().maxRSS;
  await expectOneReject('reviews', file, { line: 2, reason: /longer than 8 MiB/ });
  expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(200);
});

describe('the command', () => {
  beforeEach(() => emptyTables(database.pool));

  async function run(args: string[]) {
    const env = { DATABASE_URL: test.connectionString, KINDRED_DATA_DIR: makeFolder() };
    const { code, out: stdout, err: stderr } = await runKindred(['import', ...args], env);
    return { code, stdout, stderr };
  }

  it('succeeds with rejected rows, and says where they are', async () => {
    const folder = makeFolder();
    const file = writeFile(folder, 'a.jsonl', jsonLines(goodReviews, review({ rating: 6 })));
    const { code, stdout } = await run(['reviews', file, '--rejects', folder]);
    expect(stdout).toMatch(
      /^3 rows in .*: 2 new, 0 changed, 0 as they were, 1 rejected, 1 product known only from reviews\.\nRejected rows, with line and reason: (.+)\n/,
    );
    expect(readRejects(/reason: (.+)\n/.exec(stdout)![1]!)).toMatchObject([{ line: 2 }]);
    expect(code).toBe(0);
  });

  it('reports the values that it left out of imported rows', async () => {
    const folder = makeFolder();
    const file = writeFile(folder, 'a.jsonl', [review(), review({ user_id: 'U2', helpful_vote: 'many' })]);
    const { code, stdout } = await run(['reviews', file, '--rejects', folder]);
    expect(stdout).toContain('\n  helpful_vote is not a number: left out (1, such as "many")\n');
    expect(code).toBe(0);
  });

  it('accepts --currency in any case, and rejects an unknown one', async () => {
    const folder = makeFolder();
    const file = writeFile(folder, 'a.jsonl', [product({ parent_asin: 'P1' })]);
    expect((await run(['meta', file, '--rejects', folder, '--currency', 'eur'])).code).toBe(0);
    expect((await readTables(database.pool)).products).toMatchObject([{ currency: 'EUR', price_minor: 500 }]);
    for (const wrong of ['EURO', 'XYZ', '']) {
      const { code, stderr } = await run(['meta', file, '--currency', wrong]);
      expect(stderr).toMatch(/--currency must be the three letters of a currency \(ISO 4217\)/);
      expect(code).toBe(2);
    }
  });

  it('ends with 1 when one of several files cannot be used, after the summary of the others', async () => {
    const folder = makeFolder();
    const good = writeFile(folder, 'a.jsonl', [...goodReviews]);
    const { code, stdout, stderr } = await run([
      'reviews',
      '--rejects',
      folder,
      join(folder, 'no.jsonl'),
      good,
    ]);
    expect(stdout).toMatch(/^2 rows in .*: 2 new/);
    expect(stderr).toMatch(/^Not imported: The file .*no\.jsonl does not exist/m);
    expect(code).toBe(1);
  });

  it('ends with 1 when a file is damaged', async () => {
    const folder = makeFolder();
    const file = writeFile(folder, 'a.jsonl.gz', gzipSync(jsonLines(goodReviews, '')).subarray(0, 60));
    const { code, stderr } = await run(['reviews', file, '--rejects', folder]);
    expect(stderr).toMatch(/^Damaged: .*a\.jsonl\.gz is cut off or damaged/m);
    expect(code).toBe(1);
  });
});
