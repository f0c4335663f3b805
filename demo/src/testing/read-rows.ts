/** @file Reads the files of the generator, for tests. */
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

export async function readRows<Row>(file: string): Promise<Row[]> {
  const text = gunzipSync(await readFile(file)).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}
