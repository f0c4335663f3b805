import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { timeOfId } from '../../../platform/time-ordered-id.ts';
import { createTestDatabase } from '../../../testing/postgres/test-database.ts';
import { programArguments } from '../../../testing/processes/program-arguments.ts';
import { countMissingExposures } from './missing-exposures.ts';

test('a killed node loses less than a second of exposures, and clicks on them are counted', async () => {
  const database = await createTestDatabase();
  const open = openDatabase({ connectionString: database.connectionString });
  await open.db.execute(sql`insert into products (parent_asin, title) values ('P1', 'Mug')`);
  const stored = async () =>
    (
      await open.db.execute<{ id: string }>(
        sql`select request_id::text as id from exposures order by request_id`,
      )
    ).rows.map(({ id }) => id);

  const script = fileURLToPath(
    new URL('../../../testing/recommendations/recommending-child.ts', import.meta.url),
  );
  const node = spawn(process.execPath, programArguments(script, database.connectionString), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  node.stdout.on('data', (text: Buffer) => {
    printed += text.toString();
  });
  await expect.poll(async () => (await stored()).length, { timeout: 20_000 }).toBeGreaterThan(20);
  const ended = once(node, 'close');
  const killedAt = Date.now();
  node.kill('SIGKILL');
  await ended;

  const shown = printed.trim().split('\n');
  const kept = await stored();
  expect(shown.slice(0, kept.length)).toEqual(kept);
  const lost = shown.slice(kept.length);
  for (const id of lost) expect(killedAt - timeOfId(id)!.getTime()).toBeLessThan(1_000);
  for (const id of shown)
    await open.db.execute(sql`
      insert into events (visitor_id, kind, product_id, request_id, position) values (gen_random_uuid(), 'click', 1, ${id}, 1)`);
  expect(await countMissingExposures(open.db)).toBe(lost.length);
  await open.close();
  await database.drop();
});
