/** @file A second process for tests: `hold DIR` keeps the server until its stdin ends, `write DIR` writes until killed. */
import { writeSync } from 'node:fs';
import pg from 'pg';
import { acquireEmbeddedPostgres } from '../../platform/postgres/embedded-postgres.ts';

const [mode, dataDir = ''] = process.argv.slice(2);
const server = await acquireEmbeddedPostgres({ dataDir });

if (mode === 'hold') {
  writeSync(1, `${server.connectionString}\n`);
  process.stdin.resume();
  process.stdin.once('end', () => server.release());
} else {
  await Promise.all([0, 1, 2, 3].map(() => writeForEver(server.connectionString)));
}

/** Prints a row's number on stdout only after its commit is acknowledged. */
async function writeForEver(connectionString: string): Promise<never> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  for (;;) {
    const { rows } = await client.query<{ id: string }>(
      "insert into written (payload) values (repeat('kindred', 100)) returning id",
    );
    writeSync(1, `${rows[0]!.id}\n`);
  }
}
