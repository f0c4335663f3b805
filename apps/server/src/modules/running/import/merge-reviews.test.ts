import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectionOf, type OpenDatabase, openDatabase } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createTestDatabase, type TestDatabase } from '../../../testing/postgres/test-database.ts';
import { addUsers, reviewStaging } from './merge-reviews.ts';

let server: TestDatabase;
let database: OpenDatabase;
beforeAll(async () => {
  server = await createTestDatabase();
  database = openDatabase({ connectionString: server.connectionString });
});
afterAll(async () => {
  await database.close();
  await server.drop();
});

test('a batch looks up its reviewers by index, even before the database has statistics of users', async () => {
  const client = await database.pool.connect();
  try {
    const connection = connectionOf(client);
    await connection.execute(
      sql`insert into users (user_id, date_joined) select 'U' || n, now() from generate_series(1, 3000) n`,
    );
    await connection.execute(reviewStaging);
    await client.query('begin; set local enable_hashjoin = off; set local enable_mergejoin = off');
    await connection.execute(
      sql`insert into import_reviews (user_id, parent_asin, is_by_number, rating, "timestamp", first_time, said, title, "text",
          helpful_votes, verified_purchase, photos)
        select 'U' || n, 'A', false, 5, now(), now() - interval '1 day', 0, '', '', 0, false, '{}' from generate_series(2001, 5000) n`,
    );
    const { rows: plan } = await client.query<{ 'QUERY PLAN': string }>(`explain ${addUsers.compile().text}`);
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('Seq Scan on users');
    await connection.execute(addUsers);
    const { rows } = await client.query(
      `select count(*)::int as users, count(*) filter (where date_joined < now() - interval '1 hour')::int as joined_before from users`,
    );
    expect(rows).toEqual([{ users: 5_000, joined_before: 3_000 }]);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
