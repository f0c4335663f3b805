import { join } from 'node:path';
import { parquetWriteFile } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { openImportDatabase } from '../../../testing/import/import-database.ts';
import {
  createParserInProcess,
  emptyTables,
  makeFolder,
  readTables,
  toJsonLines,
  toPandasCsv,
  toPythonRepr,
  writeFile,
  writeParquet,
} from '../../../testing/import/import-fixtures.ts';
import { importMeta, importReviews } from './index.ts';
import { createThreadParser } from './thread-parser.ts';

const database = openImportDatabase();

const reviews = [
  {
    rating: 5,
    title: 'A "great" mug',
    text: 'Keeps tea warm, all day.\nIt\'s mine & I "love" it; so, yes',
    images: [
      {
        small_image_url: 'https://a.example/I/71a._SL256_.jpg',
        medium_image_url: 'https://a.example/I/71a._SL800_.jpg',
        large_image_url: 'https://a.example/I/71a.jpg',
        attachment_type: 'IMAGE',
      },
      { small_image_url: 'https://a.example/I/71b.jpg', large_image_url: null, attachment_type: 'IMAGE' },
    ],
    asin: 'B00000000A',
    parent_asin: 'B000000001',
    user_id: 'AGREATUSER1',
    timestamp: 1588687728923,
    helpful_vote: 1234,
    verified_purchase: true,
  },
  {
    rating: 2,
    title: '',
    text: '漢字 🎁 \\ back\\slash\tand tab',
    images: [],
    asin: 'B000000002',
    parent_asin: 'B000000002',
    user_id: 'AGREATUSER2',
    timestamp: 1419273600000,
    helpful_vote: 0,
    verified_purchase: false,
  },
];

const meta = [
  {
    main_category: 'Amazon Home',
    title: 'Stoneware mug, "Forest" 12oz',
    average_rating: 4.4,
    rating_number: 27,
    features: ['Dishwasher safe', "It's heavy", 'Says "hello"'],
    description: ['A mug.', 'Made by hand.'],
    price: 19.99,
    images: [
      {
        thumb: 'https://a.example/t.jpg',
        large: 'https://a.example/l.jpg',
        variant: 'MAIN',
        hi_res: 'https://a.example/h.jpg',
      },
      { thumb: 'https://a.example/t2.jpg', large: 'https://a.example/l2.jpg', variant: 'PT01', hi_res: null },
    ],
    videos: [],
    store: 'Forest Store',
    categories: ['Home & Kitchen', 'Coffee, Tea & Espresso'],
    details: {
      Brand: 'Forest',
      Color: 'Green',
      'Date First Available': 'September 27, 2017',
      Weight: '12 oz',
    },
    parent_asin: 'B000000001',
    bought_together: null,
  },
  {
    main_category: 'Amazon Home',
    title: 'Lamp without a price',
    average_rating: 2.5,
    rating_number: 4,
    features: [],
    description: [],
    price: null,
    images: [],
    videos: [],
    store: null,
    categories: [],
    details: {},
    parent_asin: 'B000000002',
    bought_together: null,
  },
];

const rejectsDir = () => join(makeFolder(), 'rejects');

/** For each layout, one test parses in a thread, as the command does. */
async function importReviewFile(file: string, createParser = createParserInProcess) {
  const summary = await importReviews({
    files: [file],
    pool: database.pool,
    rejectsDir: rejectsDir(),
    createParser,
  });
  expect(summary).toMatchObject({ read: reviews.length, inserted: reviews.length, rejected: 0 });
  return { layout: summary.files[0]!.layout, tables: await readTables(database.pool) };
}

async function importMetaFile(file: string, createParser = createParserInProcess) {
  const summary = await importMeta({
    files: [file],
    pool: database.pool,
    rejectsDir: rejectsDir(),
    createParser,
  });
  expect(summary).toMatchObject({ read: meta.length, inserted: meta.length, rejected: 0 });
  return { layout: summary.files[0]!.layout, tables: await readTables(database.pool) };
}

describe('reviews give the same tables', () => {
  const expected = async () => {
    const { tables } = await importReviewFile(writeFile(makeFolder(), 'a.jsonl', reviews));
    await emptyTables(database.pool);
    return tables;
  };

  it('as 2023 JSON lines', async () => {
    const file = writeFile(makeFolder(), 'a.jsonl', reviews);
    const { layout, tables } = await importReviewFile(file, createThreadParser);
    expect(layout).toBe('json-lines');
    expect(tables.reviews[0]).toEqual({
      user_id: 'AGREATUSER1',
      parent_asin: 'B000000001',
      rating: 5,
      timestamp: new Date(1588687728923),
      year: 2020,
      month: 5,
      day: 5,
      title: 'A "great" mug',
      text: 'Keeps tea warm, all day.\nIt\'s mine & I "love" it; so, yes',
      helpful_votes: 1234,
      verified_purchase: true,
      photos: ['https://a.example/I/71a.jpg', 'https://a.example/I/71b.jpg'],
    });
    expect(tables.users[0]).toEqual({
      user_id: 'AGREATUSER1',
      email: null,
      date_joined: new Date(1588687728923),
    });
    expect(tables.products[0]).toMatchObject({
      parent_asin: 'B000000001',
      title: 'B000000001',
      is_listed: false,
    });
  });

  it('as a .gz of two members under a name that says something else', async () => {
    const folder = makeFolder();
    const { gzipSync } = await import('node:zlib');
    const body = Buffer.concat(reviews.map((review) => gzipSync(toJsonLines([review]))));
    expect((await importReviewFile(writeFile(folder, 'reviews.txt', body))).tables).toEqual(
      await again(expected),
    );
  });

  it('as 2018 JSON lines', async () => {
    const wanted = await expected();
    const old = reviews.map((review) => ({
      overall: review.rating,
      verified: review.verified_purchase,
      reviewTime: '05 5, 2020',
      reviewerID: review.user_id,
      asin: review.parent_asin,
      reviewerName: 'Somebody',
      reviewText: review.text,
      summary: review.title,
      unixReviewTime: review.timestamp / 1000,
      vote: review.helpful_vote.toLocaleString('en-US'),
      ...(review.images.length > 0 && {
        image: review.images.map(({ small_image_url }) =>
          small_image_url.replace(/(\._\w+)?\.jpg$/, '._SY88.jpg'),
        ),
      }),
    }));
    const file = writeFile(makeFolder(), 'a.json', old);
    expect((await importReviewFile(file, createThreadParser)).tables).toEqual(wanted);
  });

  it('as Python dicts, as the 2014 dump has them', async () => {
    const wanted = await expected();
    const lines = reviews.map((review) =>
      toPythonRepr({
        reviewerID: review.user_id,
        asin: review.parent_asin,
        helpful: [review.helpful_vote, review.helpful_vote + 3],
        reviewText: review.text,
        overall: review.rating,
        summary: review.title,
        unixReviewTime: review.timestamp / 1000,
        verified: review.verified_purchase,
        images: review.images,
      }),
    );
    const file = writeFile(makeFolder(), 'a.json.gz', `${lines.join('\n')}\n`);
    expect((await importReviewFile(file, createThreadParser)).tables).toEqual(wanted);
  });

  it("as pandas' CSV, with texts that span lines", async () => {
    const wanted = await expected();
    const file = writeFile(makeFolder(), 'a.csv', toPandasCsv(reviews));
    const { layout, tables } = await importReviewFile(file, createThreadParser);
    expect(layout).toBe('csv');
    expect(tables).toEqual(wanted);
  });

  it('as Parquet', async () => {
    const wanted = await expected();
    const file = writeParquet(join(makeFolder(), 'a.parquet'), reviews, {
      nested: toPythonRepr,
      rowGroupSize: 1,
    });
    const { layout, tables } = await importReviewFile(file, createThreadParser);
    expect(layout).toBe('parquet');
    expect(tables).toEqual(wanted);
  });
});

describe('bare ratings', () => {
  const expected = reviews.map(({ user_id, parent_asin, rating, timestamp }) => ({
    user_id,
    parent_asin,
    rating,
    timestamp: new Date(Math.floor(timestamp / 1000) * 1000),
    title: '',
    text: '',
  }));

  it.each([
    [
      'user first',
      'user_id,parent_asin,rating,timestamp',
      (r: (typeof reviews)[0]) => [r.user_id, r.parent_asin],
    ],
    ['user first, without a header', '', (r: (typeof reviews)[0]) => [r.user_id, r.parent_asin]],
    ['item first, without a header', '', (r: (typeof reviews)[0]) => [r.parent_asin, r.user_id]],
  ])('are read %s', async (_, header, ids) => {
    const lines = reviews.map((r) =>
      [...ids(r), r.rating.toFixed(1), Math.floor(r.timestamp / 1000)].join(','),
    );
    const body = [...(header === '' ? [] : [header]), ...lines].join('\r\n');
    const { tables } = await importReviewFile(writeFile(makeFolder(), 'a.csv', body));
    expect(tables.reviews).toMatchObject(expected);
  });
});

describe('products give the same tables', () => {
  const expected = async () => {
    const { tables } = await importMetaFile(writeFile(makeFolder(), 'a.jsonl', meta));
    await emptyTables(database.pool);
    return tables;
  };

  it('as 2023 JSON lines', async () => {
    const { tables } = await importMetaFile(writeFile(makeFolder(), 'a.jsonl', meta), createThreadParser);
    expect(tables.products).toEqual([
      {
        parent_asin: 'B000000001',
        title: 'Stoneware mug, "Forest" 12oz',
        description: 'A mug.\n\nMade by hand.',
        features: ['Dishwasher safe', "It's heavy", 'Says "hello"'],
        details: {
          Brand: 'Forest',
          Color: 'Green',
          'Date First Available': 'September 27, 2017',
          Weight: '12 oz',
        },
        brand: 'Forest',
        color: 'Green',
        main_category: 'Amazon Home',
        category: 'home-kitchen/coffee-tea-espresso',
        price_minor: 1999,
        currency: 'USD',
        average_rating: 4.4,
        rating_count: 27,
        rating_bin: 'High',
        date_first_available: '2017-09-27',
        is_listed: true,
        on_hand: 50,
        images: [
          { position: 0, url: 'https://a.example/l.jpg', large: 'https://a.example/h.jpg', variant: 'MAIN' },
          {
            position: 1,
            url: 'https://a.example/l2.jpg',
            large: 'https://a.example/l2.jpg',
            variant: 'PT01',
          },
        ],
      },
      expect.objectContaining({
        parent_asin: 'B000000002',
        price_minor: null,
        currency: null,
        on_hand: null,
        rating_bin: 'Low',
        category: 'amazon-home',
        is_listed: true,
        images: null,
      }),
    ]);
    expect(tables.categories).toEqual([
      { slug: 'amazon-home', name: 'Amazon Home', parent: null },
      { slug: 'home-kitchen', name: 'Home & Kitchen', parent: null },
      { slug: 'home-kitchen/coffee-tea-espresso', name: 'Coffee, Tea & Espresso', parent: 'home-kitchen' },
    ]);
  });

  it("as pandas' CSV", async () => {
    const wanted = await expected();
    expect((await importMetaFile(writeFile(makeFolder(), 'a.csv.gz', toPandasCsv(meta)))).tables).toEqual(
      wanted,
    );
  });

  it.each([
    ['Python texts', toPythonRepr],
    ['JSON texts', (value: unknown) => JSON.stringify(value)],
  ])('as Parquet with %s', async (_, nested) => {
    const wanted = await expected();
    const file = writeParquet(join(makeFolder(), 'a.parquet'), meta, { nested, rowGroupSize: 1 });
    expect((await importMetaFile(file)).tables).toEqual(wanted);
  });

  it('with lists and structs of Parquet itself, as Hugging Face writes them', async () => {
    const text = (name: string) =>
      ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' }) as const;
    const texts = (name: string) =>
      [
        { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        text('element'),
      ] as const;
    const file = join(makeFolder(), 'native.parquet');
    parquetWriteFile({
      filename: file,
      schema: [
        { name: 'root', num_children: 4 },
        text('parent_asin'),
        text('title'),
        ...texts('features'),
        { name: 'images', repetition_type: 'OPTIONAL', num_children: 2 },
        ...texts('hi_res'),
        ...texts('large'),
      ],
      columnData: [
        { name: 'parent_asin', data: ['A', 'B'] },
        { name: 'title', data: ['Mug', 'Cup'] },
        { name: 'features', data: [['x', "y's"], []] },
        {
          name: 'images',
          data: [{ hi_res: [null, 'https://h/2'], large: ['https://l/1', 'https://l/2'] }, null],
        },
      ],
    });
    const { tables } = await importMetaFile(file);
    expect(tables.products).toMatchObject([
      {
        features: ['x', "y's"],
        images: [
          { url: 'https://l/1', large: 'https://l/1' },
          { url: 'https://l/2', large: 'https://h/2' },
        ],
      },
      { features: [], images: null },
    ]);
  });

  it('as 2018 JSON lines, with its markup, odd keys and prices', async () => {
    const old = [
      {
        category: [
          'Home &amp; Kitchen',
          'Mugs',
          'Mugs',
          'Holds 12 ounces of tea, hot or cold, and keeps it warm for the whole morning.',
        ],
        tech1: '',
        description: ['<b>A mug.</b><br>Made &quot;by hand&quot;.'],
        title: 'Stoneware mug',
        also_buy: [],
        image: ['https://images-na.ssl-images-amazon.com/images/I/317Z._SX38_SY50_CR,0,0,38,50_.jpg'],
        brand: '\n  Forest  ',
        feature: ['Dishwasher safe'],
        rank: [],
        details: { '\n    Product Dimensions: \n    ': '3 x 2 inches', 'ASIN: ': 'B000000001' },
        main_cat: '<img src="x.png" class="nav" alt="Amazon Home"/>',
        date: 'May 5, 2009',
        price: '$1,019.99',
        asin: 'B000000001',
      },
      {
        title: 'Style sheet for a price',
        asin: 'B000000002',
        price: '.a-box{color:#fff}',
        category: [],
        main_cat: 'Amazon Home',
      },
    ];
    const { tables } = await importMetaFile(writeFile(makeFolder(), 'a.json', old));
    expect(tables.products[0]).toMatchObject({
      description: 'A mug.\nMade "by hand".',
      brand: 'Forest',
      main_category: 'Amazon Home',
      category: 'home-kitchen/mugs',
      details: { 'Product Dimensions': '3 x 2 inches', ASIN: 'B000000001' },
      price_minor: 101999,
      date_first_available: '2009-05-05',
      average_rating: null,
      images: [{ url: 'https://images-na.ssl-images-amazon.com/images/I/317Z.jpg' }],
    });
    expect(tables.products[1]).toMatchObject({ price_minor: null, on_hand: null, category: 'amazon-home' });
  });
});

it('rejects a file for the other import, and one of no known layout', async () => {
  const folder = makeFolder();
  const options = { pool: database.pool, rejectsDir: rejectsDir() };
  const reviewFile = writeFile(folder, 'reviews.jsonl', reviews);
  const metaFile = writeFile(folder, 'meta.jsonl', meta);
  const letter = writeFile(folder, 'letter.txt', 'Dear shop,\nplease send me a mug.\n');
  await expect(importReviews({ ...options, files: [metaFile] })).rejects.toThrow(
    /meta\.jsonl holds products.*import meta/,
  );
  await expect(importMeta({ ...options, files: [reviewFile] })).rejects.toThrow(
    /reviews\.jsonl holds reviews.*import reviews/,
  );
  await expect(importReviews({ ...options, files: [letter] })).rejects.toThrow(
    /letter\.txt is in none of the known layouts/,
  );
  await expect(importReviews({ ...options, files: [join(folder, 'no.jsonl')] })).rejects.toThrow(
    /The file .*no\.jsonl does not exist/,
  );
});

/** Empties the tables, then runs the work whose result a test compares with. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  await emptyTables(database.pool);
  return work();
}
