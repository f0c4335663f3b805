import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { timeOrderedId } from '../../../platform/time-ordered-id.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/postgres/test-database.ts';
import { exportInteractions } from './export-interactions.ts';

const noon = new Date('2026-06-01T12:00:00.000Z');
const later = new Date('2026-06-01T13:00:00.000Z');
const visitor = '0192f0c1-2d3e-4f40-8a51-62b7c8d9e0f1';
const requestId = timeOrderedId(noon);

let database: TestDatabase;
let open: OpenDatabase;
const folder = mkdtempSync(join(tmpdir(), 'kindred-export-'));

beforeAll(async () => {
  database = await createTestDatabase();
  open = openDatabase({ connectionString: database.connectionString });
  await open.db.execute(
    sql`insert into products (parent_asin, title) select 'P' || n, 'P' from generate_series(1, 3) n`,
  );
  await open.db.execute(sql`insert into users (user_id, first_name, last_name) values ('U1', '', '')`);
  await open.db.execute(sql`
    insert into exposures (request_id, first_position, product_ids, visitor_id, user_id, variant, slot, sources, scores, shown_at, seen_at)
    select ${requestId}, min(n), array_agg(1 + n % 3 order by n), ${visitor}, 'U1', 'default', 'home', array_agg('popular'::text),
      array_agg(n / 4.0 order by n), ${noon.toISOString()}::timestamptz + case when n > 250 then interval '1 hour' else interval '0' end,
      array_agg(${later.toISOString()}::timestamptz)
    from generate_series(1, 251) n group by n > 250`);
  await open.db.execute(sql`
    insert into events (visitor_id, user_id, kind, query, occurred_at)
    values (${visitor}, 'U1', 'search', 'Zürich “lamp”', ${noon.toISOString()})`);
  await open.db.execute(sql`
    insert into reviews (user_id, product_id, rating, timestamp) values ('U1', 2, 5, ${noon.toISOString()})`);
});
afterAll(async () => {
  await open.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const read = async (name: string) =>
  parquetReadObjects({ file: await asyncBufferFromFile(join(folder, `${name}.parquet`)), compressors });

test('the files have every row up to the time, and nothing that happened later', async () => {
  const files = await exportInteractions(open.db, { folder, asOf: noon, hidesPeople: false, fetchRows: 100 });
  expect(files.map(({ name, rows }) => [name, rows])).toEqual([
    ['exposures', 250],
    ['events', 1],
    ['attributions', 0],
    ['feedback', 0],
    ['interactions', 1],
  ]);
  const exposures = await read('exposures');
  expect(exposures).toHaveLength(250);
  expect(exposures[249]).toEqual({
    request_id: requestId,
    position: 250,
    product_id: 2,
    visitor_id: visitor,
    user_id: 'U1',
    model_version: null,
    variant: 'default',
    slot: 'home',
    source: 'popular',
    score: 62.5,
    shown_at: noon,
    seen_at: null,
  });
  expect(await read('events')).toMatchObject([{ event_id: 1n, query: 'Zürich “lamp”', occurred_at: noon }]);
  expect(await read('interactions')).toEqual([
    { user_id: 'U1', item_id: 2, product_id: 2, deed: 'reviewed', at: noon },
  ]);
  expect(await read('feedback')).toEqual([]);
  expect(readdirSync(folder)).toHaveLength(5);
});

test('pseudonyms are the same in all files of one export, and differ from the ids and from those of another', async () => {
  const userOf = async () => {
    await exportInteractions(open.db, { folder, asOf: later, hidesPeople: true });
    const [[event], [interaction]] = [await read('events'), await read('interactions')];
    expect(event!.user_id).toBe(interaction!.user_id);
    expect(event!.visitor_id).not.toBe(visitor);
    return event!.user_id;
  };
  const [one, another] = [await userOf(), await userOf()];
  expect(new Set([one, another, 'U1']).size).toBe(3);
});
