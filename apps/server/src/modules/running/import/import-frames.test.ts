/** @file Common data frames: columns of reviews, products and users, alone and joined, narrow and wide. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openImportDatabase } from '../../../testing/import/import-database.ts';
import {
  createParserInProcess,
  emptyTables,
  makeFolder,
  readRejects,
  readTables,
  toPandasCsv,
  writeFile,
  writeParquet,
} from '../../../testing/import/import-fixtures.ts';
import {
  describeColumns,
  type ImportOptions,
  type ImportSummary,
  importMeta,
  importReviews,
  importUsers,
  type OpenedImport,
} from './index.ts';

const database = openImportDatabase();

const imports = { meta: importMeta, reviews: importReviews, users: importUsers };

async function importText(
  kind: keyof typeof imports,
  name: string,
  content: string | object[],
  options: Partial<ImportOptions> = {},
): Promise<ImportSummary & { told: string[] }> {
  const folder = makeFolder();
  const told: string[] = [];
  const summary = await imports[kind]({
    files: [writeFile(folder, name, content)],
    pool: database.pool,
    rejectsDir: join(folder, 'rejects'),
    createParser: createParserInProcess,
    onFile: ({ columns }) => told.push(describeColumns(columns)),
    ...options,
  });
  return { ...summary, told };
}

async function query(sql: string): Promise<Array<Record<string, unknown>>> {
  return (await database.pool.query(sql)).rows;
}

const readUsers = () =>
  query(`select user_id, first_name, last_name, email, imported_email, age, gender, address,
    to_char(date_joined at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as joined from users order by user_id`);

const users = `user_id,first_name,last_name,email,age,gender,address,date_joined
U1,Ada,Lovelace,ada@data.example,36,Female,"1 Dock Road, London",2019-03-04 05:06:00
U2,Alan,Turing,,41.0,m,,2020-01-01
`;

describe('the use of the columns', () => {
  it('is reported before the first row, with the ignored columns', async () => {
    const { told, files } = await importText(
      'reviews',
      'a.csv',
      'row,reviewerID,asin,overall,unixReviewTime,style,year\n0,U1,P1,5,1588687728,Red,2020\n',
    );
    expect(told).toEqual([
      'reviewerID -> user, asin -> product, overall -> rating, unixReviewTime -> time, year -> year (compared); ignored: row, style',
    ]);
    expect(files[0]!.columns.ignored).toEqual(['row', 'style']);
  });

  it('is reported for JSON from the first lines, and afterwards for columns of later lines', async () => {
    const rows = Array.from({ length: 1_200 }, (_, index) => ({
      user_id: `U${index}`,
      asin: 'P1',
      rating: 4,
      timestamp: 1_588_687_728_000,
      ...(index > 1_100 && { helpful_vote: 3, colour: 'red' }),
    }));
    const { told, files } = await importText('reviews', 'a.jsonl', rows);
    expect(told).toEqual(['user_id -> user, asin -> product, rating -> rating, timestamp -> time']);
    expect(describeColumns(files[0]!.laterColumns)).toBe('helpful_vote -> helpful votes; ignored: colour');
    expect(await query('select count(*)::int as n from reviews where helpful_votes = 3')).toEqual([
      { n: 99 },
    ]);
  });

  it('is reported for Parquet, including columns that are not decoded', async () => {
    const file = writeParquet(join(makeFolder(), 'a.parquet'), [{ user_id: 'U1', age: 30, shoe_size: 43 }], {
      nested: JSON.stringify,
      rowGroupSize: 1,
    });
    const told: OpenedImport[] = [];
    await importUsers({
      files: [file],
      pool: database.pool,
      rejectsDir: makeFolder(),
      createParser: createParserInProcess,
      onFile: (opened) => told.push(opened),
    });
    expect(told).toMatchObject([{ layout: 'parquet', columns: { ignored: ['shoe_size'] } }]);
  });

  it('says which of several columns with the product counts', async () => {
    const { told } = await importText(
      'reviews',
      'a.csv',
      'user_id,product_id,asin,parent_asin,rating,timestamp\nU1,17,A1,P1,5,1588687728000\n',
    );
    expect(told[0]).toContain('asin -> product (where parent_asin is empty), parent_asin -> product');
    expect(told[0]).toContain('ignored: product_id');
    expect((await readTables(database.pool)).reviews).toMatchObject([{ parent_asin: 'P1' }]);
  });

  it.each([
    [
      'reviews',
      'a.csv',
      'user_id,rating,timestamp\nU1,5,1588687728000\n',
      /has no column for product \(parent_asin, asin, product_id\)/,
    ],
    ['meta', 'a.csv', 'parent_asin,image\nP1,a.jpg\n', /has no column for title/],
    [
      'reviews',
      'a.jsonl',
      [{ name: 'Ada', likes: 'mugs' }],
      /has no column for user .* Its columns are name, likes\./,
    ],
    ['reviews', 'a.csv', users, /holds users, not reviews: use "kindred import users"/],
    ['users', 'a.csv', 'user_id,asin,rating,timestamp\nU1,P1,5,1588687728000\n', /holds reviews, not users/],
  ] as const)('rejects %s without the needed columns (%#)', async (kind, name, content, sentence) => {
    await expect(importText(kind, name, content as string | object[])).rejects.toThrow(sentence);
  });
});

describe('a narrower file', () => {
  const wide = [
    {
      parent_asin: 'P1',
      title: 'Mug',
      description: ['Holds tea.'],
      features: ['Round'],
      details: { Brand: 'Forest', Color: 'Green', 'Date First Available': 'September 27, 2017' },
      store: 'Forest',
      main_category: 'Home',
      categories: ['Home', 'Mugs'],
      price: 12.99,
      average_rating: 4.5,
      rating_number: 20,
      images: [{ large: 'https://a.example/l.jpg' }],
    },
  ];
  const narrow = 'parent_asin,title,main_category\nP1,Big mug,Home\n';

  it('of products keeps the values for which it has no column', async () => {
    await importText('meta', 'wide.jsonl', wide);
    const [before] = (await readTables(database.pool)).products;
    expect(before).toMatchObject({
      brand: 'Forest',
      color: 'Green',
      category: 'home/mugs',
      price_minor: 1299,
    });
    expect(await importText('meta', 'narrow.csv', narrow)).toMatchObject({ updated: 1 });
    expect((await readTables(database.pool)).products).toEqual([{ ...before, title: 'Big mug' }]);
  });

  it('of prices alone changes them, and creates no product', async () => {
    await importText('meta', 'wide.jsonl', wide);
    await importText('reviews', 'r.csv', 'user_id,parent_asin,rating,timestamp\nU1,P2,5,1588687728000\n');
    const before = (await readTables(database.pool)).products;
    const imported = await importText('meta', 'a.csv', 'parent_asin,price\nP1,9\nP2,5\nP3,7\n');
    expect(imported).toMatchObject({ read: 3, inserted: 0, updated: 2, rejected: 1 });
    expect(readRejects(imported.rejectsFiles[0]!)).toMatchObject([
      { line: 4, reason: 'title is missing, and the product does not exist yet' },
    ]);
    // P2 is known only from reviews, and a price does not make it a listed product.
    const [mug, stub] = (await readTables(database.pool)).products;
    expect(mug).toEqual({ ...before[0], price_minor: 900 });
    expect(stub).toMatchObject({ title: 'P2', is_listed: false, price_minor: 500 });
    await importText('meta', 'b.csv', 'parent_asin,price\nP1,8\n', { replace: true });
    expect((await readTables(database.pool)).products[0]).toMatchObject({
      title: 'Mug',
      description: '',
      price_minor: 800,
    });
  });

  it('of prices for unknown products imports nothing, and reports it', async () => {
    const { files } = await importText('meta', 'a.csv', 'parent_asin,price\nP8,9\nP9,5\n');
    expect(files[0]!.problem).toMatch(
      /^None of its 2 rows could be imported. The first: line 2, title is missing/,
    );
  });

  it('of products clears these values if asked to', async () => {
    await importText('meta', 'wide.jsonl', wide);
    await importText('meta', 'narrow.csv', narrow, { replace: true });
    expect((await readTables(database.pool)).products).toMatchObject([
      {
        description: '',
        features: [],
        details: {},
        brand: null,
        color: null,
        category: 'home',
        price_minor: null,
        average_rating: null,
        rating_count: 0,
        date_first_available: null,
        images: null,
      },
    ]);
  });

  it('with an empty cell clears the value', async () => {
    await importText('meta', 'wide.jsonl', wide);
    await importText('meta', 'a.csv', 'parent_asin,title,price,images\nP1,Mug,,\n');
    expect((await readTables(database.pool)).products).toMatchObject([
      { price_minor: null, images: null, brand: 'Forest', average_rating: 4.5 },
    ]);
  });

  const review = { user_id: 'U1', asin: 'P1', rating: 5, timestamp: 1_588_687_728_000 };

  it.each([
    [
      false,
      {
        title: 'Good',
        text: 'Holds tea.',
        helpful_votes: 4,
        verified_purchase: true,
        photos: ['https://a.example/1.jpg'],
      },
    ],
    [true, { title: '', text: '', helpful_votes: 0, verified_purchase: false, photos: [] }],
  ])('of reviews, replacing: %s', async (replace, wanted) => {
    await importText('reviews', 'wide.jsonl', [
      {
        ...review,
        title: 'Good',
        text: 'Holds tea.',
        helpful_vote: 4,
        verified_purchase: true,
        images: [{ large_image_url: 'https://a.example/1.jpg' }],
      },
    ]);
    await importText('reviews', 'narrow.csv', 'user_id,asin,rating,timestamp\nU1,P1,4,1588687728000\n', {
      replace,
    });
    expect((await readTables(database.pool)).reviews).toMatchObject([{ rating: 4, ...wanted }]);
  });

  it.each([
    [false, { first_name: 'Ada', age: 37, gender: 'Female', imported_email: 'ada@data.example' }],
    [true, { first_name: null, age: 37, gender: null, imported_email: null }],
  ])('of users, replacing: %s', async (replace, wanted) => {
    await importText('users', 'wide.csv', users);
    await importText('users', 'narrow.csv', 'user_id,age\nU1,37\n', { replace });
    expect((await readUsers())[0]).toMatchObject(wanted);
  });
});

describe('users of a data set', () => {
  const wanted = [
    {
      user_id: 'U1',
      first_name: 'Ada',
      last_name: 'Lovelace',
      email: null,
      imported_email: 'ada@data.example',
      age: 36,
      gender: 'Female',
      address: '1 Dock Road, London',
      joined: '2019-03-04 05:06',
    },
    {
      user_id: 'U2',
      first_name: 'Alan',
      last_name: 'Turing',
      email: null,
      imported_email: null,
      age: 41,
      gender: 'Male',
      address: null,
      joined: '2020-01-01 00:00',
    },
  ];

  it('are imported with their own columns, and a second import changes nothing', async () => {
    expect(await importText('users', 'a.csv', users)).toMatchObject({ read: 2, inserted: 2, rejected: 0 });
    expect(await readUsers()).toEqual(wanted);
    expect(await importText('users', 'b.csv', users)).toMatchObject({
      inserted: 0,
      updated: 0,
      unchanged: 2,
    });
  });

  it('are imported with their reviews if both are in one file', async () => {
    const [header, first, second] = users.trim().split('\n');
    const summary = await importText(
      'reviews',
      'joined.csv',
      `asin,rating,timestamp,${header}\nP1,5,1325376000000,${first}\nP2,4,1588687728000,${first}\nP1,3,1588687728000,${second}\n`,
    );
    expect(summary).toMatchObject({ inserted: 3, profiles: 2, rejected: 0 });
    // The day in the file, not the day of the first review.
    expect(await readUsers()).toEqual(wanted);
  });

  it('joined on the day in the file, or else with the first review', async () => {
    await importText('users', 'a.csv', 'user_id,age,date_joined\nU1,30,2019-03-04\nU2,31,\n');
    await importText(
      'reviews',
      'b.csv',
      'user_id,asin,rating,timestamp\nU1,P1,5,1325376000\nU2,P1,5,1325376000\n',
    );
    expect((await readUsers()).map(({ joined }) => joined)).toEqual(['2019-03-04 00:00', '2012-01-01 00:00']);
  });

  it('lose only a value that cannot be read, which is counted', async () => {
    const summary = await importText(
      'users',
      'a.csv',
      'user_id,email,age,gender,date_joined\nU1,nobody,200,x,2031-01-01\nU2,a@b,4.5,Other,never\n',
    );
    expect(summary).toMatchObject({ inserted: 2, rejected: 0 });
    expect(summary.fields).toContainEqual({
      field: 'age',
      reason: 'is not between 0 and 150: left out',
      count: 1,
      example: '"200"',
    });
    expect(summary.fields).toContainEqual({
      field: 'email',
      reason: 'must be an email address such as name@example.com: left out',
      count: 2,
      example: '"nobody"',
    });
    expect(summary.fields.map(({ field }) => field).sort()).toEqual([
      'age',
      'age',
      'date_joined',
      'date_joined',
      'email',
      'gender',
    ]);
    expect(await readUsers()).toMatchObject([
      { user_id: 'U1', imported_email: null, age: null, gender: null },
      { user_id: 'U2', gender: 'Other' },
    ]);
  });

  it('change no user who has or had an account, and take no user’s address', async () => {
    await database.pool.query(`
      insert into users (user_id, email, password_hash, first_name) values ('U1', 'ada@data.example', 'x', 'Grace');
      insert into users (user_id, erased_at) values ('U2', now())`);
    const before = await readUsers();
    expect(await importText('users', 'a.csv', users)).toMatchObject({ updated: 0, accountsKept: 2 });
    expect(await readUsers()).toEqual(before);
    await importText('users', 'b.csv', 'user_id,email\nU3,ADA@data.example\n');
    expect((await readUsers())[2]).toMatchObject({ email: null, imported_email: 'ADA@data.example' });
  });
});

describe('products that reviews refer to by number', () => {
  const products = 'product_id,parent_asin,title\n17,B00MUG,Mug\n18,B00CUP,Cup\n';
  const reviews = 'user_id,product_id,rating,timestamp\nU1,17,5,1588687728000\nU2,18.0,4,1588687728000\n';
  const reviewed = async () => {
    const tables = await readTables(database.pool);
    return {
      products: tables.products.map(({ parent_asin, title, is_listed }) => [parent_asin, title, is_listed]),
      reviews: tables.reviews.map(({ user_id, parent_asin }) => [user_id, parent_asin]),
    };
  };
  const wanted = {
    products: [
      ['B00CUP', 'Cup', true],
      ['B00MUG', 'Mug', true],
    ],
    reviews: [
      ['U1', 'B00MUG'],
      ['U2', 'B00CUP'],
    ],
  };

  it('are those of their data set, whichever file comes first', async () => {
    await importText('meta', 'a.csv', products);
    expect(await importText('reviews', 'b.csv', reviews)).toMatchObject({ inserted: 2, stubs: 0 });
    expect(await reviewed()).toEqual(wanted);

    await emptyTables(database.pool);
    expect(await importText('reviews', 'b.csv', reviews)).toMatchObject({ inserted: 2, stubs: 2 });
    expect(await importText('meta', 'a.csv', products)).toMatchObject({ inserted: 0, updated: 2 });
    expect(await reviewed()).toEqual(wanted);
  });

  it('are those of the last data set that has the number', async () => {
    await importText('meta', 'a.csv', products);
    await importText('meta', 'b.csv', 'product_id,title\n17,Lamp\n');
    await importText('reviews', 'c.csv', reviews);
    expect((await reviewed()).reviews).toEqual([
      ['U1', '17'],
      ['U2', 'B00CUP'],
    ]);
  });

  it('may be referred to both ways in one file', async () => {
    await importText('meta', 'a.csv', products);
    const review = { user_id: 'U1', timestamp: 1_588_687_728_000 };
    const rows = [
      { ...review, product_id: '17', rating: 3 },
      { ...review, parent_asin: 'B00MUG', product_id: '17', rating: 5 },
    ];
    expect(await importText('reviews', 'a.jsonl', rows)).toMatchObject({ rejected: 1, inserted: 1 });
  });
});

describe('reviews joined with products', () => {
  const joined = `user_id,product_id,rating,timestamp,title,brand,price,date_first_available,rating_bin
U1,17,5,1588687728000,Mug,Forest,12.99,2017-09-27,High
U2,17,4,1588687728000,Mug,Forest,12.99,2017-09-27,High
`;

  it('yield reviews in one import and products in the other, and report this', async () => {
    const reviews = await importText('reviews', 'a.csv', joined);
    expect(reviews).toMatchObject({ inserted: 2, stubs: 1 });
    expect(reviews.told[0]).toMatch(
      /ignored here, "import meta" reads them: title, brand, price, date_first_available, rating_bin$/,
    );
    const meta = await importText('meta', 'b.csv', joined);
    expect(meta).toMatchObject({ read: 2, rejected: 0 });
    expect(meta.told[0]).toMatch(/ignored here, "import reviews" reads them: user_id, rating, timestamp$/);
    const tables = await readTables(database.pool);
    expect(tables.products).toMatchObject([
      {
        parent_asin: '17',
        title: 'Mug',
        brand: 'Forest',
        price_minor: 1299,
        date_first_available: '2017-09-27',
      },
    ]);
    expect(tables.reviews).toMatchObject([{ title: '' }, { title: '' }]);
  });

  const photo = (n: number) => ({
    small_image_url: `https://a.example/${n}s.jpg`,
    large_image_url: `https://a.example/${n}.jpg`,
  });
  const picture = { thumb: 'https://a.example/t.jpg', large: 'https://a.example/l.jpg', hi_res: null };
  const rowsWith = (images: object[], others: object[] = []) =>
    [images, others].map((shown, index) => ({
      user_id: `U${index}`,
      asin: 'P1',
      rating: 5,
      timestamp: 1_588_687_728_000,
      product_title: 'Mug',
      price: 5,
      images: shown,
    }));
  const pictures = async () => {
    const { products, reviews } = await readTables(database.pool);
    return {
      product: (products[0]?.images as { url: string }[] | null)?.map(({ url }) => url) ?? null,
      reviews: reviews.map(({ photos }) => photos),
    };
  };

  it('have pictures of the review or of the product, which their keys distinguish', async () => {
    const ofReview = toPandasCsv(rowsWith([photo(1), photo(2)]));
    const ofProduct = toPandasCsv(rowsWith([picture], [picture]));
    await importText('meta', 'a.csv', ofProduct);
    expect(await importText('reviews', 'b.csv', ofProduct)).toMatchObject({ inserted: 2, fields: [] });
    expect(await pictures()).toEqual({ product: ['https://a.example/l.jpg'], reviews: [[], []] });

    expect(await importText('reviews', 'c.csv', ofReview)).toMatchObject({ updated: 1, fields: [] });
    expect(await importText('meta', 'd.csv', ofReview)).toMatchObject({ fields: [] });
    const both = {
      product: ['https://a.example/l.jpg'],
      reviews: [['https://a.example/1.jpg', 'https://a.example/2.jpg'], []],
    };
    expect(await pictures()).toEqual(both);

    // A file with the product's pictures says nothing about photos, and a second import of the same file changes nothing.
    expect(await importText('reviews', 'e.csv', ofProduct)).toMatchObject({ updated: 0 });
    expect(await importText('reviews', 'f.csv', ofReview)).toMatchObject({ updated: 0 });
    expect(await pictures()).toEqual(both);
  });

  it('have titles of their own if the columns are named as in 2023', async () => {
    await importText(
      'reviews',
      'a.csv',
      'user_id,asin,rating,timestamp,title,text,price\nU1,P1,5,1588687728000,Good,Holds tea.,5\n',
    );
    expect((await readTables(database.pool)).reviews).toMatchObject([{ title: 'Good' }]);
  });
});

describe('the derived columns', () => {
  it('of a time are compared with the file', async () => {
    const { derived, reviews } = await importText(
      'reviews',
      'a.csv',
      `user_id,asin,rating,timestamp,year,month,day,hour,minute
U1,P1,5,1588687728000,2020,5,5,14,8
U2,P1,5,1588687728000,2020,05,5.0,16,8
U3,P1,5,1588687728000,,,,,
`,
    ).then(async (summary) => ({
      ...summary,
      reviews: await query('select hour from reviews where user_id = $$U2$$'),
    }));
    expect(reviews).toEqual([{ hour: 14 }]);
    expect(derived).toEqual([
      { column: 'year', compared: 2, different: 0, example: null },
      { column: 'month', compared: 2, different: 0, example: null },
      { column: 'day', compared: 2, different: 0, example: null },
      { column: 'hour', compared: 2, different: 1, example: 'the review of P1 by U2 says 16, derived is 14' },
      { column: 'minute', compared: 2, different: 0, example: null },
    ]);
  });

  it('are reported for the whole file by a resumed import', async () => {
    const folder = makeFolder();
    const file = writeFile(
      folder,
      'a.csv',
      'user_id,asin,rating,timestamp,hour\nU1,P1,5,1588687728000,9\nU2,P1,5,1588687728000,14\n',
    );
    const run = () =>
      importReviews({
        files: [file],
        pool: database.pool,
        rejectsDir: folder,
        createParser: createParserInProcess,
      });
    const { derived } = await run();
    expect(derived).toMatchObject([{ column: 'hour', compared: 2, different: 1 }]);
    await database.pool.query('update import_checkpoints set finished_at = null');
    expect((await run()).files).toMatchObject([{ resumedAfter: 3, read: 2, derived }]);
  });

  it('of a rating are compared with the file', async () => {
    const { derived } = await importText(
      'meta',
      'a.csv',
      'parent_asin,title,average_rating,rating_number,rating_bin\nP1,Mug,4.5,9,high\nP2,Cup,2.1,9,Medium\nP3,Jug,,,Low\nP4,Pot,3,1,\n',
    );
    expect(derived).toEqual([
      { column: 'rating_bin', compared: 3, different: 2, example: 'P2 says Medium, derived is Low' },
    ]);
  });
});

describe('an import without a usable row', () => {
  const broken = 'user_id,asin,rating,timestamp\nU1,P1,9,1588687728000\nU2,P1,5,\n';

  it('reports that the file has no row, or no valid one', async () => {
    const { files } = await importText('reviews', 'a.csv', broken);
    expect(files[0]!.problem).toBe(
      'None of its 2 rows could be imported. The first: line 2, rating is not between 1 and 5: "9".',
    );
    for (const [name, content] of [
      ['a.csv', 'user_id,asin,rating,timestamp\n'],
      ['a.jsonl', ''],
    ] as const)
      expect((await importText('reviews', name, content)).files[0]!.problem).toBe('It has no rows.');
  });
});
