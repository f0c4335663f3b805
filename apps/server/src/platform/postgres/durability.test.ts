import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acquireEmbeddedPostgres } from './embedded-postgres.ts';
import { listClusterProcesses } from './postmaster.ts';

const childScript = fileURLToPath(
  new URL('../../testing/postgres/embedded-postgres-child.ts', import.meta.url),
);
const rounds = 10;
let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'kindred-durability-'));
  chmodSync(dataDir, 0o755);
  await withServer(async (client) => {
    await client.query(
      'create table written (id bigint generated always as identity primary key, payload text)',
    );
  });
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function withServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const server = await acquireEmbeddedPostgres({ dataDir });
  const client = new pg.Client({ connectionString: server.connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await server.release();
  }
}

/** Kills the writer and every process of its database during writes. Returns the acknowledged rows. */
async function writeUntilKilled(rowsBeforeKill: number): Promise<string[]> {
  const child = spawn(process.execPath, [childScript, 'write', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    acknowledged.push(line);
    if (acknowledged.length !== rowsBeforeKill) return;
    for (const pid of [child.pid!, ...listClusterProcesses(join(dataDir, 'postgres', 'data'))]) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended with its server.
      }
    }
  });
  await once(lines, 'close');
  return acknowledged;
}

it.runIf(process.platform === 'linux')(
  'loses nothing acknowledged when shop and database are killed in the middle of writes, ten times',
  async () => {
    const acknowledged = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      for (const id of await writeUntilKilled(40 + round * 20)) acknowledged.add(id);
      const found = await withServer(async (client) => {
        const { rows } = await client.query<{ id: string; payload: string }>(
          'select id, payload from written',
        );
        expect(rows.every((row) => row.payload.length === 700)).toBe(true);
        return new Set(rows.map((row) => row.id));
      });
      expect([...acknowledged].filter((id) => !found.has(id))).toEqual([]);
    }
    expect(acknowledged.size).toBeGreaterThan(rounds * 40);
  },
  120_000,
);
