import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Edges } from '../interactions/split.ts';

/**
 * Reads `NAME.txt` or `NAME.txt.gz` of a directory in the layout of the LightGCN code base: a line a user, first the
 * user's number, then those of the items, with spaces between. A user without items is allowed. Lines with tabs are
 * one interaction each, `user item weight`; the weight is not used.
 * @throws Error that names the file and the line
 */
export async function readInteractionLists(directory: string, name: string): Promise<Edges> {
  const path = [`${name}.txt`, `${name}.txt.gz`]
    .map((file) => join(directory, file))
    .find((file) => existsSync(file));
  if (!path) throw new Error(`${directory} has neither ${name}.txt nor ${name}.txt.gz.`);
  const file = createReadStream(path);
  const input = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  file.on('error', (error) => input.destroy(error));

  const users: number[] = [];
  const items: number[] = [];
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const [user, ...liked] = line.includes('\t')
      ? line.split('\t').slice(0, 2).map(Number)
      : line.trim().split(/\s+/).map(Number);
    for (const value of [user, ...liked])
      if (!Number.isInteger(value) || value < 0 || value > 2 ** 31 - 1)
        throw new Error(
          `${path}, line ${number}: expected whole numbers, “user item item ...” or “user⇥item⇥weight”, but found “${line.slice(0, 80)}”.`,
        );
    for (const item of liked) {
      users.push(user);
      items.push(item);
    }
  }
  if (users.length === 0) throw new Error(`${path} holds no interactions.`);
  return { users: Int32Array.from(users), items: Int32Array.from(items) };
}
