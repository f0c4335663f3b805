/** @file Databases for benchmarks: on the server of DATABASE_URL if it is set, otherwise on a private one. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '../apps/server/src/platform/logger.ts';
import { openDatabase } from '../apps/server/src/platform/postgres/database.ts';
import { acquireEmbeddedPostgres } from '../apps/server/src/platform/postgres/embedded-postgres.ts';

export interface BenchDatabases {
  /** A folder for the benchmark, removed when it ends. */
  readonly folder: string;
  /** The server's existing database. On a kept server its tables stay from run to run. */
  readonly main: string;
  /** Creates an empty database and returns its connection string. */
  create(): Promise<string>;
  copy(database: string): Promise<string>;
  drop(database: string): Promise<void>;
}

export async function withDatabases<T>(
  work: (databases: BenchDatabases) => Promise<T>,
  {
    keptIn,
  }: { /** A data folder whose private server is used, whatever DATABASE_URL says. */ keptIn?: string } = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-bench-'));
  const url = keptIn === undefined ? process.env.DATABASE_URL : undefined;
  const server = url
    ? { connectionString: url, release: async () => undefined }
    : await acquireEmbeddedPostgres({
        dataDir: keptIn ?? folder,
        logger: createLogger({ level: 'silent', destination: process.stderr }),
      });
  const made = new Set<string>();
  const nameOf = (database: string) => new URL(database).pathname.slice(1);
  async function create(from = 'template0'): Promise<string> {
    const address = new URL(server.connectionString);
    address.pathname = `/kindred_bench_${randomUUID().replaceAll('-', '')}`;
    await queryOnce(server.connectionString, `create database ${nameOf(address.href)} template ${from}`);
    made.add(address.href);
    return address.href;
  }
  async function drop(database: string): Promise<void> {
    await queryOnce(server.connectionString, `drop database if exists ${nameOf(database)} with (force)`);
    made.delete(database);
  }
  try {
    if (keptIn !== undefined) await dropLeftovers(server.connectionString);
    return await work({
      folder,
      main: server.connectionString,
      create: () => create(),
      copy: (database) => create(nameOf(database)),
      drop,
    });
  } finally {
    for (const database of made) await drop(database);
    await server.release();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A killed run leaves its databases on a kept server. Databases of a run that is still active cannot be dropped. */
async function dropLeftovers(connectionString: string): Promise<void> {
  const left = await queryOnce<{ name: string }>(
    connectionString,
    `select datname as name from pg_database where datname like 'kindred\\_bench\\_%'`,
  );
  for (const { name } of left)
    await queryOnce(connectionString, `drop database ${name}`).catch(() => undefined);
}

export async function queryOnce<Row>(connectionString: string, sql: string): Promise<Row[]> {
  const { pool, close } = openDatabase({ connectionString, max: 1, statementTimeoutMs: 0 });
  try {
    return (await pool.query(sql)).rows as Row[];
  } finally {
    await close();
  }
}
