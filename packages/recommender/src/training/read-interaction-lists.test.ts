import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { readInteractionLists } from './read-interaction-lists.ts';

const directory = mkdtempSync(join(tmpdir(), 'kindred-lists-'));
afterAll(() => rmSync(directory, { recursive: true }));

test('reads a user a line, plain or compressed, and a user without items', async () => {
  writeFileSync(join(directory, 'plain.txt'), '0 3 1\r\n1\n\n2 3 \n');
  writeFileSync(join(directory, 'packed.txt.gz'), gzipSync('0 3 1\n1\n2 3'));
  for (const name of ['plain', 'packed']) {
    const { users, items } = await readInteractionLists(directory, name);
    expect([...users]).toEqual([0, 0, 2]);
    expect([...items]).toEqual([3, 1, 3]);
  }
});

test('reads an interaction a line where there are tabs, and does not take the weight for an item', async () => {
  writeFileSync(join(directory, 'triples.txt'), '5\t7\t13883\n5\t9\t1\n');
  const { users, items } = await readInteractionLists(directory, 'triples');
  expect([...users]).toEqual([5, 5]);
  expect([...items]).toEqual([7, 9]);
});

test.each([
  ['a word', '0 1\n1 two\n', /a-word\.txt, line 2: expected whole numbers/],
  ['a negative number', '0 -1\n', /line 1/],
  ['nothing', '\n', /holds no interactions/],
])('refuses %s, naming file and line', async (name, text, message) => {
  const file = name.replaceAll(' ', '-');
  writeFileSync(join(directory, `${file}.txt`), text);
  await expect(readInteractionLists(directory, file)).rejects.toThrow(message);
});

test('says which files it looked for, and when one is cut short', async () => {
  await expect(readInteractionLists(directory, 'absent')).rejects.toThrow(
    'neither absent.txt nor absent.txt.gz',
  );
  writeFileSync(join(directory, 'cut.txt.gz'), gzipSync('0 1 2 3\n'.repeat(1_000)).subarray(0, 30));
  await expect(readInteractionLists(directory, 'cut')).rejects.toThrow(/unexpected end of file/);
});
