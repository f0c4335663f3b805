import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readBenchmarkSplit } from './read-split.ts';

const folder = mkdtempSync(join(tmpdir(), 'kindred-split-'));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
function put(files: Record<string, string | Buffer>): string {
  const directory = join(folder, String(made++));
  mkdirSync(directory);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content);
  return directory;
}

async function read(train: string | Buffer, tested: string | Buffer = train, family?: 'lists' | 'rows') {
  const directory = put({ 'train.txt': train, 'test.txt': tested });
  const split = await readBenchmarkSplit(directory, family ? { family } : {});
  const pairs = ({ users, items }: typeof split.train) =>
    Array.from(users, (user, edge) => `${user}-${items[edge]}`).join(' ');
  return { ...split, train: pairs(split.train), test: pairs(split.test) };
}

describe('one set of interactions in every layout that people have it in', () => {
  const rows = [
    [0, 0, 5, 978300760],
    [0, 2, 4, 978302109],
    [0, 1, 3.5, 978301968],
    [1, 2, 5, 978300275],
  ];
  const table = (separator: string, width: number, header?: string) =>
    `${header ? `${header}\n` : ''}${rows.map((row) => row.slice(0, width).join(separator)).join('\n')}\n`;
  test.each([
    ['lists with spaces', '0 0 2 1\n1 2\n', 'lists'],
    [
      'lists with tabs, blanks at the ends, DOS lines, an empty line',
      '0\t0\t2\t1 \r\n\r\n1\t2\t\r\n',
      'lists',
    ],
    ['lists with a user without items', '0 0 2 1\n1 2\n5\n', 'lists'],
    ['lists with the line ends of old Macs', '0 0 2 1\r1 2\r', 'lists'],
    ['pairs', table('\t', 2), 'user item'],
    ['triples', table(' ', 3), 'user item rating'],
    ['u.data', table('\t', 4), 'user item rating time'],
    ['ratings.dat', table('::', 4), 'user item rating time'],
    ['commas without a header', table(',', 4), 'user item rating time'],
    ['MovieLens CSV', table(',', 4, 'userId,movieId,rating,timestamp'), 'user item rating time'],
    ['RecBole', table('\t', 3, 'user_id:token\titem_id:token\trating:float'), 'user item rating'],
    ['other columns', 'time,"item",user\n1,0,0\n2,2,0\n3,1,0\n4,2,1\n', 'time item user'],
    ['texts as ids', '\uFEFFuser_id,parent_asin\nAB,B00\nAB,B02\nAB,B01\nAC,B02\n', 'user item'],
  ])('%s', async (_, text, layout) => {
    const split = await read(text);
    expect(split).toMatchObject({ layout, numUsers: 2, numItems: 3, train: '0-0 0-2 0-1 1-2' });
    expect(split.test).toBe(split.train);
  });
});

test('renumbers ids in their own order, over both files', async () => {
  const split = await read('7 1000000 30\n900000000000 5\n', '8 30 4\n7 30\n');
  expect(split).toMatchObject({
    numUsers: 3,
    numItems: 4,
    train: '0-3 0-2 2-1',
    test: '1-2 1-0 0-2',
  });
});

test('one file decides what is ambiguous in the other', async () => {
  const leaveOneOut = '0 9\n1 4\n';
  expect((await read('0 1 2 3\n1 2\n', leaveOneOut)).layout).toBe('lists');
  expect((await read('0 1\n0 2\n1 2\n', leaveOneOut)).layout).toBe('user item');
  const three = '0 9 5\n1 4 3\n';
  expect(await read('0 1 2 3\n1 2\n', three)).toMatchObject({ layout: 'lists', test: '0-5 0-4 1-3 1-2' });
  expect(await read('0 1 5\n0 2 4\n1 2 5\n', three)).toMatchObject({
    layout: 'user item rating',
    test: '0-3 1-2',
  });
});

test('asks for the layout that neither file decides', async () => {
  const three = '0 9 5\n1 4 3\n';
  await expect(read(three)).rejects.toThrow(
    /the layout is ambiguous\. Choose one with --layout lists or --layout rows/,
  );
  expect((await read(three, three, 'lists')).train).toBe('0-3 0-2 1-1 1-0');
  expect((await read(three, three, 'rows')).train).toBe('0-1 1-0');
});

test.each(['\n', '\r\n', '\r'])('reads lines across the pieces of a file: %j', async (lineEnd) => {
  const users = Array.from({ length: 12_000 }, (_, user) => user);
  const text = users.map((user) => `${user} 1`).join(lineEnd);
  expect((await read(text)).train).toBe(users.map((user) => `${user}-0`).join(' '));
  await expect(read(`${text}${lineEnd}7 x`)).rejects.toThrow(/line 12001: expected whole numbers/);
});

test('reads past the first ten thousand lines when they are ambiguous', async () => {
  const lines = Array.from({ length: 12_000 }, (_, user) => `${user} 1 5`);
  expect((await read([...lines, '0 2 4'].join('\n'))).layout).toBe('user item rating');
});

describe('is rejected, with the file and the line', () => {
  test.each([
    ['a word', '0 1\n1 two\n', /train\.txt, line 2: expected whole numbers.* but found “1 two”/],
    ['a negative item', '0 -1\n', /line 1: expected whole numbers/],
    ['an id that is a fraction', '0 1 2\n0 1.5 3\n', /line 2: expected whole numbers/],
    ['another separator', '0 1 2\n1 3\n2,4,5\n', /line 3: expected whole numbers/],
    ['nothing', '\n', /train\.txt holds no interactions/],
    ['nothing but a header', 'user,item\n', /train\.txt holds no interactions/],
    ['users without items', '1\n2\n', /train\.txt holds no interactions/],
    ['a fifth column', '0 1 5 978300760 1\n0 2 5 978300760 1\n', /each line has 5 numbers, more than/],
    ['a fourth that is no time', '0 1 5 1\n0 2 5 0\n', /each line has 4 numbers, more than/],
    ['an unknown column', 'user,item,mood\n1,2,3\n', /line 1: .*names of the columns.*“user,item,mood”/],
    ['no column of items', 'user,rating\n1,2\n', /line 1: expected a column that is the item/],
    ['two columns of users', 'user,uid,item\n1,2,3\n', /line 1: expected one column that is the user/],
    ['an empty id', 'user,item\n1,2\n,3\n', /line 3: expected a user and an item/],
    [
      'rows with one cut short',
      '0 1 5\n0 2\n1 1 5\n',
      /line 2: expected 3 columns, because line 1 has as many and user 0 has line 1 and line 2/,
    ],
  ])('%s', async (_, text, message) => {
    await expect(read(text, '0 1\n0 2\n')).rejects.toThrow(message);
  });

  test('also after the lines that decide', async () => {
    await expect(read(`${'0 1 5\n'.repeat(20_000)}0 2\n`, '0 2 5\n0 3 5\n')).rejects.toThrow(
      /line 20001: expected 3 columns, “user item rating”, but found “0 2”/,
    );
    const lists = Array.from({ length: 20_000 }, (_, user) => `${user + 2} 1`).join('\n');
    await expect(read(`0 1 2\n1 3\n${lists}\n0 5\n`, '0 1 2\n1 3\n')).rejects.toThrow(
      /line 20003: expected one line per user, but user 0 also has line 1/,
    );
  });

  test('two files of different layouts', async () => {
    await expect(read('0 1 5\n0 2 5\n', '0 1 2 3\n1 2\n')).rejects.toThrow(
      /do not share a layout: the lines of .*train\.txt are “user item rating”, but .*test\.txt are “user item item \.\.\.”/,
    );
    await expect(read('user,item\n1,2\n', 'item,user\n1,2\n')).rejects.toThrow(/do not share a layout/);
  });
});

describe('a folder without the files', () => {
  test.each([
    ['that does not exist', () => join(folder, 'absent'), /There is no folder .*absent/],
    [
      'that is a file',
      () => join(put({ 'train.txt': '0 1' }), 'train.txt'),
      /train\.txt is a file; name the folder/,
    ],
    ['that is empty', () => put({}), /neither train\.txt nor train\.txt\.gz/],
    ['without a test', () => put({ 'train.csv': '0 1' }), /neither test\.txt nor test\.txt\.gz/],
    [
      'with two training files',
      () => put({ 'train.txt': '', 'train.csv.gz': '' }),
      /train\.txt and train\.csv\.gz/,
    ],
  ])('%s', async (_, directory, message) => {
    await expect(readBenchmarkSplit(directory())).rejects.toThrow(message);
  });
});

describe('a file that cannot be read to its end', () => {
  const packed = gzipSync(Array.from({ length: 3_000 }, (_, user) => `${user} ${user * 7} 3\n`).join(''));
  test.each([
    [
      'cut off',
      () => put({ 'train.txt.gz': packed.subarray(0, 5_000), 'test.txt': '0 1' }),
      /train\.txt\.gz is cut off: its gzip data end after byte 5000 and line \d{3,}/,
    ],
    [
      'damaged',
      () =>
        put({
          'train.txt': Buffer.concat([packed.subarray(0, 2_000), Buffer.alloc(3_000, 7)]),
          'test.txt': '0 1',
        }),
      /train\.txt is damaged: .* after byte 5000 and line \d+/,
    ],
    [
      'a folder',
      () => {
        const directory = put({ 'test.txt': '0 1' });
        mkdirSync(join(directory, 'train.txt'));
        return directory;
      },
      /train\.txt is a folder, not a file/,
    ],
  ])('%s', async (_, directory, message) => {
    await expect(readBenchmarkSplit(directory())).rejects.toThrow(message);
  });
});
