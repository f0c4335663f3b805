import { appendFileSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../platform/postgres/database.ts';
import { openImportDatabase } from '../../../testing/import/import-database.ts';
import {
  createParserInProcess,
  emptyTables,
  makeFolder,
  readRejects,
  readTables,
  toJsonLines,
  writeFile,
} from '../../../testing/import/import-fixtures.ts';
import { type ImportProgress, importMeta, importReviews } from './index.ts';
import { createThreadParser } from './thread-parser.ts';

const database = openImportDatabase();

const makeOptions = () => ({
  pool: database.pool,
  rejectsDir: join(makeFolder(), 'rejects'),
  createParser: createParserInProcess,
});

const makeReview = (number: number, changes: object = {}) => ({
  user_id: `USER${number % 97}`,
  parent_asin: `ITEM${number % 53}`,
  rating: 1 + (number % 5),
  timestamp: 1_500_000_000_000 + ((number * 7919) % 1000) * 1000,
  title: `Review ${number}`,
  text: 'x'.repeat(number % 200),
  ...changes,
});

describe('broken rows', () => {
  it('of reviews are each named with their line, and the others are loaded', async () => {
    const good = (number: number) => JSON.stringify(makeReview(number));
    const broken: Array<[string | Buffer, RegExp]> = [
      ['{"user_id": "A", "rating": ', /not valid JSON/],
      ['not json at all', /not valid JSON/],
      ['[1, 2, 3]', /not a JSON object/],
      [JSON.stringify(makeReview(1, { rating: 0 })), /rating is not between 1 and 5: 0/],
      [JSON.stringify(makeReview(1, { rating: 6 })), /rating is not between 1 and 5: 6/],
      [JSON.stringify(makeReview(1, { rating: 4.5 })), /rating is not a whole number/],
      [JSON.stringify(makeReview(1, { rating: 'five' })), /rating is not a number: "five"/],
      [JSON.stringify(makeReview(1)).replace(/"rating":\d/, '"rating":NaN'), /rating is missing/],
      [JSON.stringify(makeReview(1, { user_id: undefined })), /user_id is missing/],
      [JSON.stringify(makeReview(1, { user_id: 1.7 })), /user_id is neither a text nor a whole number: 1\.7/],
      [JSON.stringify(makeReview(1, { user_id: 'x'.repeat(200) })), /user_id is longer than 128/],
      [JSON.stringify(makeReview(1, { user_id: 'A\u0000B' })), /user_id holds a NUL/],
      [JSON.stringify(makeReview(1, { parent_asin: '' })), /parent_asin is missing/],
      [JSON.stringify(makeReview(1, { timestamp: undefined })), /timestamp is missing/],
      [JSON.stringify(makeReview(1, { timestamp: -5 })), /timestamp is not a time between 1990 and today/],
      [JSON.stringify(makeReview(1, { timestamp: 99_999_999_999_999 })), /timestamp is not a time/],
      [JSON.stringify(makeReview(1, { timestamp: '2021-02-30' })), /a day that does not exist/],
      [Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), /not valid UTF-8/],
      [`{"text": "${'x'.repeat(9 * 1024 * 1024)}"}`, /longer than 8 MiB/],
    ];
    const parts: Buffer[] = [];
    broken.forEach(([line], index) => {
      parts.push(Buffer.from(`${good(index * 2)}\n`), Buffer.from(line), Buffer.from('\n'));
    });
    const file = writeFile(
      makeFolder(),
      'broken.jsonl',
      Buffer.concat([...parts, Buffer.from(`\n${good(90)}`)]),
    );

    const summary = await importReviews({ ...makeOptions(), files: [file] });
    expect(summary).toMatchObject({
      inserted: broken.length + 1,
      rejected: broken.length,
      read: 2 * broken.length + 1,
    });
    const rejects = readRejects(summary.rejectsFiles[0]!);
    expect(rejects.map(({ line }) => line)).toEqual(broken.map((_, index) => index * 2 + 2));
    rejects.forEach((reject, index) => {
      expect(reject.reason).toMatch(broken[index]![1]);
      expect(reject.file).toBe(file);
      expect(reject.raw.length).toBeLessThanOrEqual(2000);
    });
    expect(rejects[3]!.raw).toBe(broken[3]![0]);
  });

  it('of products are each named with their line, and the others are loaded', async () => {
    const product = (changes: object) => ({ parent_asin: 'P1', title: 'Mug', price: 5, ...changes });
    const file = writeFile(makeFolder(), 'meta.jsonl', [
      product({}),
      product({ parent_asin: null }),
      product({ parent_asin: 'P2', title: ' ' }),
      product({ parent_asin: 'P3', price: -5 }),
      product({ parent_asin: 'P4', price: { amount: 5 } }),
      product({ parent_asin: 'P6', stock: 1.5 }),
      product({ parent_asin: 'P9', price: 1e12 }),
      product({
        parent_asin: 'P10',
        title: 'Cup\u0000',
        details: { a: '\u0000\ud800' },
        features: ['tab\tand\nline'],
      }),
    ]);
    const summary = await importMeta({ ...makeOptions(), files: [file] });
    const rejects = readRejects(summary.rejectsFiles[0]!);
    expect(rejects.map(({ line, reason }) => `${line} ${reason.split(':')[0]}`)).toEqual([
      '2 parent_asin is missing',
      '3 title is missing',
      '4 price is negative',
      '5 price is not a number',
      '6 stock is not a whole number from 0 up',
      '7 price is larger than Kindred can hold',
    ]);
    const { products } = await readTables(database.pool);
    expect(products.map(({ parent_asin, title }) => [parent_asin, title])).toEqual([
      ['P1', 'Mug'],
      ['P10', 'Cup'],
    ]);
  });

  it('of CSV cost only their own line, even with an unclosed quote', async () => {
    const lines = [
      'user_id,parent_asin,rating,timestamp,text',
      'U1,P1,5,1588687728000,"two\nlines, and ""quotes"""',
      'U2,P1,5,1588687728000,"never closed',
      'U3,P1,5,1588687728000,fine',
      'U4,P1,5,1588687728000,',
      'U5,P1,5',
      'U6,P1,9,1588687728000,fine',
      'U7,P1,4,1588687728000,"fine"x',
      'U8,P1,4,1588687728000,"fine"',
    ];
    const summary = await importReviews({
      ...makeOptions(),
      files: [writeFile(makeFolder(), 'a.csv', lines.join('\n'))],
    });
    expect(
      readRejects(summary.rejectsFiles[0]!).map(({ line, raw }) => `${line} ${raw.slice(0, 2)}`),
    ).toEqual(['4 U2', '7 U5', '8 U6', '9 U7']);
    const { reviews } = await readTables(database.pool);
    expect(reviews.map(({ user_id, text }) => [user_id, text])).toEqual([
      ['U1', 'two\nlines, and "quotes"'],
      ['U3', 'fine'],
      ['U4', ''],
      ['U8', 'fine'],
    ]);
  });
});

const inThread = () => ({ ...makeOptions(), createParser: createThreadParser });

describe('an archive that is cut off', () => {
  it('is imported up to the damage, reports where it ends, and is resumed when asked to', async () => {
    const reviews = Array.from({ length: 20_000 }, (_, number) =>
      makeReview(number, { user_id: `U${number}` }),
    );
    const whole = gzipSync(toJsonLines(reviews));
    const folder = makeFolder();
    const file = writeFile(folder, 'cut.jsonl.gz', whole.subarray(0, Math.floor(whole.length / 2)));
    const options = inThread();
    const summary = await importReviews({ ...options, files: [file] });
    expect(summary.files[0]!.damage).toMatch(
      /cut\.jsonl\.gz is cut off or damaged after \d+ .* last whole line is \d+/,
    );
    const lastLine = Number(/last whole line is (\d+)/.exec(summary.files[0]!.damage!)![1]);
    expect(lastLine).toBeGreaterThan(5_000);
    expect(summary).toMatchObject({ read: lastLine, inserted: lastLine, rejected: 0 });

    expect((await importReviews({ ...options, files: [file] })).inserted).toBe(lastLine);
    const complete = writeFile(folder, 'cut.jsonl.gz', whole);
    expect(await importReviews({ ...options, files: [complete] })).toMatchObject({
      read: 20_000,
      inserted: 20_000 - lastLine,
    });
  });
});

describe('an import that was interrupted', () => {
  const lines = Array.from({ length: 3_000 }, (_, number) =>
    number % 100 === 50 ? `broken ${number}` : JSON.stringify(makeReview(number)),
  );

  it.each([
    ['JSON lines', 'a.jsonl', inThread, () => lines.join('\n')],
    ['a .gz', 'a.jsonl.gz', makeOptions, () => lines.join('\n')],
    [
      'CSV with texts that span lines',
      'a.csv',
      makeOptions,
      () =>
        [
          'user_id,parent_asin,rating,timestamp,text',
          ...lines.map((line, number) => {
            const review = makeReview(number);
            return line.startsWith('broken')
              ? line
              : `${review.user_id},${review.parent_asin},${review.rating},${review.timestamp},"a\nb ${number}"`;
          }),
        ].join('\n'),
    ],
  ])(
    'of %s continues where it was, and ends like one that was not interrupted',
    async (_, name, optionsOf, body) => {
      const file = writeFile(makeFolder(), name, body());
      const whole = await importReviews({ ...optionsOf(), files: [file], batchRows: 200 });
      const wanted = await readTables(database.pool);
      const wantedRejects = readFileSync(whole.rejectsFiles[0]!, 'utf8');
      await emptyTables(database.pool);

      const options = { ...optionsOf(), files: [file], batchRows: 200 };
      const rowsDone: number[] = [];
      for (let attempt = 0; attempt < 3; attempt++) {
        const abort = new AbortController();
        const interrupted = importReviews({
          ...options,
          pool: abortAfterBatches(2, abort),
          signal: abort.signal,
        });
        await expect(interrupted).rejects.toThrow(/enough/);
        const { rows } = await database.pool.query('select rows_done::int as n from import_checkpoints');
        rowsDone.push(rows[0]!.n);
      }
      expect(rowsDone[0]).toBeGreaterThan(0);
      expect(rowsDone[2]).toBeGreaterThan(rowsDone[0]!);
      appendFileSync(join(options.rejectsDir, findRejects(whole.rejectsFiles[0]!)), '{"line": 99');

      const resumed = await importReviews(options);
      expect(resumed.files[0]!.resumedAfter).toBe(rowsDone[2]);
      expect(await readTables(database.pool)).toEqual(wanted);
      const { seconds: _a, files: _b, rejectsFiles: _c, ...counters } = resumed;
      expect(whole).toMatchObject(counters);
      expect(readFileSync(resumed.rejectsFiles[0]!, 'utf8')).toBe(wantedRejects);
    },
  );

  it('stops quickly when its signal is aborted', async () => {
    const file = writeFile(makeFolder(), 'a.jsonl', lines.join('\n'));
    const signal = AbortSignal.abort(new Error('stop'));
    await expect(importReviews({ ...inThread(), files: [file], signal })).rejects.toThrow(/stop|aborted/);
  });

  it('starts over when the file has changed since', async () => {
    const folder = makeFolder();
    const options = inThread();
    const abort = new AbortController();
    const file = writeFile(folder, 'a.jsonl', lines.join('\n'));
    await expect(
      importReviews({
        ...options,
        files: [file],
        batchRows: 200,
        pool: abortAfterBatches(2, abort),
        signal: abort.signal,
      }),
    ).rejects.toThrow();
    truncateSync(file, 20_000);
    const summary = await importReviews({ ...options, files: [file] });
    expect(summary.files[0]).toMatchObject({ resumedAfter: 0 });
  });

  const findRejects = (path: string) => path.split(/[\\/]/).at(-1)!;

  /** A pool whose client aborts after `count` batches are committed. */
  function abortAfterBatches(count: number, abort: AbortController) {
    return {
      async connect() {
        const client = await database.pool.connect();
        const query = client.query.bind(client) as (...args: unknown[]) => unknown;
        let commits = 0;
        Object.assign(client, {
          query(...args: unknown[]) {
            if (args[0] === 'commit' && ++commits === count) abort.abort(new Error('enough'));
            return query(...args);
          },
        });
        return client;
      },
    } as unknown as typeof database.pool;
  }
});

describe('the same review twice', () => {
  const run = async (...reviews: object[]) => {
    const summary = await importReviews({
      ...makeOptions(),
      files: [writeFile(makeFolder(), 'a.jsonl', reviews)],
      batchRows: 1,
    });
    return { summary, tables: await readTables(database.pool) };
  };
  const first = { user_id: 'U', parent_asin: 'P', rating: 1, timestamp: 1_500_000_000_000, text: 'first' };
  const second = { ...first, rating: 5, timestamp: 1_600_000_000_000, text: 'second' };

  it.each([
    ['in order', [first, second]],
    ['the newer one first', [second, first]],
  ])('keeps the newest, %s', async (_, reviews) => {
    const { tables } = await run(...reviews);
    expect(tables.reviews).toMatchObject([{ rating: 5, text: 'second' }]);
    expect(tables.users).toMatchObject([{ date_joined: new Date(first.timestamp) }]);
    expect(tables.products).toMatchObject([{ average_rating: 5, rating_count: 1 }]);
  });

  it('keeps the later line of two with the same time, in one batch or in two', async () => {
    const tie = { ...first, text: 'later line' };
    expect((await run(first, tie)).tables.reviews).toMatchObject([{ text: 'later line' }]);
    await emptyTables(database.pool);
    await importReviews({ ...makeOptions(), files: [writeFile(makeFolder(), 'a.jsonl', [first, tie])] });
    expect((await readTables(database.pool)).reviews).toMatchObject([{ text: 'later line' }]);
  });

  it('keeps a newer review that a shopper wrote in the shop', async () => {
    await run(first);
    await database.pool.query(`update reviews set "timestamp" = '2025-01-01', rating = 3, "text" = 'mine'`);
    const { tables, summary } = await run(first, second);
    expect(summary).toMatchObject({ inserted: 0, updated: 0, unchanged: 2 });
    expect(tables.reviews).toMatchObject([{ rating: 3, text: 'mine' }]);
  });
});

describe('products and their reviews', () => {
  const options = () => ({ ...makeOptions() });
  const meta = { parent_asin: 'P', title: 'Mug', price: 5, average_rating: 4.9, rating_number: 1000 };
  const review = { user_id: 'U', parent_asin: 'P', rating: 2, timestamp: 1_500_000_000_000 };

  it('give the same result in either order: a stub gets its description later, and the file’s count holds until more reviews are imported', async () => {
    const folder = makeFolder();
    const metaFile = writeFile(folder, 'meta.jsonl', [meta]);
    const reviewFile = writeFile(folder, 'reviews.jsonl', [review]);
    await importMeta({ ...options(), files: [metaFile] });
    await importReviews({ ...options(), files: [reviewFile] });
    const first = await readTables(database.pool);
    await emptyTables(database.pool);
    await importReviews({ ...options(), files: [reviewFile] });
    expect(await importMeta({ ...options(), files: [metaFile] })).toMatchObject({ inserted: 0, updated: 1 });
    expect(await readTables(database.pool)).toEqual(first);
    expect(first.products).toMatchObject([
      { title: 'Mug', is_listed: true, average_rating: 4.9, rating_count: 1000, on_hand: 50 },
    ]);
  });

  it.each([
    ['the meta, which counts more than were imported', { rating_number: 1000 }, 1, 0, 4.9, 1000],
    ['the imported ones, when the meta counts fewer', { rating_number: 2 }, 3, 0, 2, 3],
    ['the imported ones, when the meta says nothing', { average_rating: null }, 3, 0, 2, 3],
    ['the meta, plus the reviews written in the shop', { rating_number: 9 }, 3, 1, (4.9 * 9 + 5) / 10, 10],
    ['all, when the meta counts fewer than were imported', { rating_number: 2 }, 3, 1, (2 * 3 + 5) / 4, 4],
    ['the meta, when it has a mean without a number', { rating_number: 0 }, 0, 0, 4.9, 0],
  ])('give the rating of %s', async (_, changes, imported, written, mean, count) => {
    const folder = makeFolder();
    const files = Array.from({ length: imported }, (_, number) => ({ ...review, user_id: `U${number}` }));
    await importReviews({ ...options(), files: [writeFile(folder, 'reviews.jsonl', files)] });
    await importMeta({ ...options(), files: [writeFile(folder, 'meta.jsonl', [{ ...meta, ...changes }])] });
    await database.pool.query(
      `with person as (insert into users (user_id, email) select 'W' || n, n || '@shop.example' from generate_series(1, $1::int) n
         returning user_id)
       insert into reviews (user_id, product_id, rating, "timestamp") select user_id, product_id, 5, now() from person, products`,
      [written],
    );
    const { products } = await readTables(database.pool);
    expect(products[0]!.rating_count).toBe(count);
    expect(products[0]!.average_rating).toBeCloseTo(mean, 10);
  });

  it('get their stock from the row the first time, and keep the shop’s stock afterwards', async () => {
    const file = writeFile(makeFolder(), 'meta.jsonl', [
      { ...meta, stock: 7 },
      { ...meta, parent_asin: 'Q', price: null },
    ]);
    await importMeta({ ...options(), files: [file] });
    expect((await readTables(database.pool)).products.map(({ on_hand }) => on_hand)).toEqual([7, null]);
    await database.pool.query('update inventory set on_hand = 3');
    await importMeta({ ...options(), files: [file], defaultStock: 99 });
    expect((await readTables(database.pool)).products.map(({ on_hand }) => on_hand)).toEqual([3, null]);
  });

  it('stay unlisted after a person unlisted them', async () => {
    const file = writeFile(makeFolder(), 'meta.jsonl', [meta]);
    await importMeta({ ...options(), files: [file] });
    await database.pool.query('update products set is_listed = false');
    await importMeta({ ...options(), files: [file] });
    expect((await readTables(database.pool)).products).toMatchObject([{ is_listed: false }]);
  });

  it('get a new price, new pictures and new details from a new file', async () => {
    const image = (name: string) => ({
      large: `https://a.example/${name}.jpg`,
      hi_res: null,
      variant: 'MAIN',
    });
    const folder = makeFolder();
    const before = writeFile(folder, 'a.jsonl', [{ ...meta, images: [image('1'), image('2')] }]);
    const after = writeFile(folder, 'b.jsonl', [
      { ...meta, price: '6.50', images: [image('3')], details: { Color: 'Red' } },
    ]);
    await importMeta({ ...options(), files: [before] });
    expect(await importMeta({ ...options(), files: [after] })).toMatchObject({ updated: 1, inserted: 0 });
    expect((await readTables(database.pool)).products).toMatchObject([
      { price_minor: 650, color: 'Red', images: [{ url: 'https://a.example/3.jpg', position: 0 }] },
    ]);
  });

  it('can be imported by a database user without special rights', async () => {
    const role = `import_test_${process.pid}`;
    await database.pool.query(`create role ${role}; grant all on all tables in schema public to ${role}`);
    const limited = openDatabase({
      connectionString: `${database.connectionString}${database.connectionString.includes('?') ? '&' : '?'}options=-c%20role%3D${role}`,
    });
    try {
      const file = writeFile(makeFolder(), 'reviews.jsonl', [review, { ...review, user_id: 'V' }]);
      expect(await importReviews({ ...options(), pool: limited.pool, files: [file] })).toMatchObject({
        inserted: 2,
      });
    } finally {
      await limited.close();
      await database.pool.query(`drop owned by ${role}; drop role ${role}`);
    }
  });

  it('cannot be deleted while a batch that names them is merged', async () => {
    await importMeta({ ...options(), files: [writeFile(makeFolder(), 'meta.jsonl', [meta])] });
    const batch = await database.pool.connect();
    try {
      await batch.query('begin');
      await batch.query("select pg_advisory_xact_lock(hashtext('kindred:import'))");
      let isOver = false;
      const deletion = database.pool
        .query("delete from products where parent_asin = 'P'")
        .finally(() => {
          isOver = true;
        })
        .catch((error: Error) => error.message);
      await untilSomebodyWaits();
      expect(isOver).toBe(false);
      // As a batch does on our own server: without PostgreSQL's check that the product exists.
      await batch.query("insert into users (user_id) values ('U')");
      await batch.query(
        'insert into reviews (user_id, product_id, rating, "timestamp") select \'U\', product_id, 5, now() from products',
      );
      await batch.query('commit');
      expect(await deletion).toMatch(/violates foreign key constraint/);
    } finally {
      batch.release();
    }
  });

  async function untilSomebodyWaits(): Promise<void> {
    for (let asked = 0; asked < 500; asked++) {
      const { rows } = await database.pool.query<{ waiting: number }>(
        `select count(*)::int as waiting from pg_locks
         where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())`,
      );
      if (rows[0]!.waiting > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('No transaction waits for the import.');
  }

  it('can be imported by two processes concurrently', async () => {
    const folder = makeFolder();
    const files = [0, 1].map((half) =>
      writeFile(
        folder,
        `${half}.jsonl`,
        Array.from({ length: 2000 }, (_, number) => makeReview(number * 2 + half)),
      ),
    );
    await Promise.all(files.map((file) => importReviews({ ...inThread(), files: [file], batchRows: 300 })));
    const { reviews } = await readTables(database.pool);
    expect(reviews.length).toBe(new Set(Array.from({ length: 4000 }, (_, n) => `${n % 97} ${n % 53}`)).size);
  });
});

it('reports its progress', async () => {
  const reviews = Array.from({ length: 20_000 }, (_, number) => makeReview(number));
  const folder = makeFolder();
  const files = [writeFile(folder, 'a.jsonl.gz', reviews), writeFile(folder, 'b.jsonl', reviews)];
  const seen: ImportProgress[] = [];
  await importReviews({ ...inThread(), files, onProgress: (progress) => seen.push(progress) });
  const last = seen.at(-1)!;
  expect(last).toMatchObject({ rows: 40_000, fileNumber: 2, fileCount: 2, secondsLeft: 0 });
  expect(last.bytesRead).toBe(last.bytesTotal);
  expect(
    seen.every((progress, index) => index === 0 || progress.bytesRead >= seen[index - 1]!.bytesRead),
  ).toBe(true);
});
