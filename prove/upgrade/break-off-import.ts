import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { until } from './buy.ts';
import type { ShopAt } from './shop-at.ts';

/** The batch size of a reviews import, in rows. */
const batchRows = 20_000;

/** Kills an import after its first batch. The file repeats a few reviews, so it adds few rows. */
export async function breakOffImport(shop: ShopAt, database: pg.Client, folder: string): Promise<string> {
  const { rows } = await database.query<{ user_id: string; parent_asin: string }>(
    'select user_id, parent_asin from reviews join products using (product_id) order by review_id limit 40',
  );
  const file = join(folder, 'ratings.csv');
  const lines = ['user_id,parent_asin,rating,timestamp'];
  for (let index = 0; index < 15 * batchRows; index++) {
    const { user_id, parent_asin } = rows[index % rows.length]!;
    lines.push(`${user_id},${parent_asin},${1 + (index % 5)},${1_700_000_000_000 + index}`);
  }
  writeFileSync(file, `${lines.join('\n')}\n`);
  const running = shop.begin(['import', 'reviews', file, '--rejects', folder]);
  const ended = once(running, 'exit');
  const checkpoint = async () =>
    (
      await database.query<{ rows_done: string; finished_at: Date | null }>(
        'select rows_done, finished_at from import_checkpoints where file_name = $1',
        [file],
      )
    ).rows[0];
  await until(checkpoint, (found) => found !== undefined);
  running.kill('SIGKILL');
  await ended;
  const found = await checkpoint();
  if (found?.finished_at) throw new Error('The import ended before it was killed.');
  return file;
}
