/**
 * @file The private PostgreSQL: real server processes on `DATA_DIR/postgres`, which all Kindred processes with this folder share.
 *
 * Each process that uses the server has a shared lock on `in-use.lock`. Starting and stopping happen under `gate.lock`. The last process
 * stops the server. All locks are the kernel's. So after kill -9, the server keeps running, and the next process joins it and stops it in
 * the end.
 */
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { assertMajorVersion, createCluster, ensurePassword, giveCluster, superuser } from './cluster.ts';
import { lockExclusively, lockShared, tryLockExclusively } from './cross-process-lock.ts';
import { DatabaseSetupError } from './database-setup-error.ts';
import { preparePostgresBinaries } from './postgres-binaries.ts';
import {
  type ClusterPlace,
  isPostmasterAlive,
  readPostmasterFile,
  startPostmaster,
  stopPostmaster,
  waitUntilGone,
  waitUntilReady,
} from './postmaster.ts';
import { chooseServerAccount } from './server-account.ts';
import {
  addressSettings,
  chooseAddress,
  readAddress,
  removeAddress,
  type ServerAddress,
  toConnectionString,
} from './server-address.ts';

export interface EmbeddedPostgres {
  connectionString: string;
  /** Stops the server unless another process uses it. It may be called twice. */
  release(): Promise<void>;
}

/** Settings for a small shop. `fsync` and `full_page_writes` ensure that a crash loses nothing. */
const defaultSettings: Record<string, string> = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  shared_buffers: '128MB',
  max_connections: '50',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Finds the most expensive statements for `kindred doctor`. Utility statements are left out, because they would be stored with their values.
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track_utility': 'off',
  // The log has errors but no rows, which may have personal data.
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

const database = 'kindred';
const gateTimeoutMs = 120_000;
const watchEveryMs = 1_000;
const largestLogBytes = 5_000_000;

export interface EmbeddedPostgresOptions {
  /** Kindred's data folder. The server uses only `postgres/` in it. */
  dataDir: string;
  logger?: Pick<Logger, 'info' | 'warn'>;
  /** Added to the defaults by the process that starts the server. A process that joins ignores them. */
  settings?: Record<string, string>;
}

export async function acquireEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = makeHome(resolve(options.dataDir));
  const useFile = join(home, 'in-use.lock');
  let released: Promise<void> | null = null;

  const { place, connectionString, use } = await atGate(home, async () => {
    const running = await ensureRunning(home, options);
    return { ...running, use: lockShared(useFile) };
  });
  const stopWatching = watchServer(place, () =>
    atGate(home, async () => {
      if (released === null && existsSync(place.clusterDir)) await ensureRunning(home, options);
    }),
  );
  const release = async () => {
    stopWatching();
    await atGate(home, async () => {
      use.release();
      const last = tryLockExclusively(useFile);
      if (last === null) return;
      try {
        await stopPostmaster(place);
        removeAddress(join(home, 'address.json'));
      } finally {
        last.release();
      }
    });
  };
  return {
    connectionString,
    release() {
      released ??= release();
      return released;
    },
  };
}

function makeHome(dataDir: string): string {
  const home = join(dataDir, 'postgres');
  try {
    mkdirSync(home, { recursive: true });
    accessSync(home, constants.W_OK);
  } catch (error) {
    throw new DatabaseSetupError(
      `Kindred cannot write to ${home} as this user (${(error as Error).message}): start it as the user who owns that folder, ` +
        'or set KINDRED_DATA_DIR to another one.',
    );
  }
  return home;
}

async function atGate<T>(home: string, work: () => Promise<T>): Promise<T> {
  const gate = await lockExclusively(join(home, 'gate.lock'), gateTimeoutMs);
  try {
    return await work();
  } finally {
    gate.release();
  }
}

/** Restarts a killed server at the same address, for example after the machine ran out of memory. Pools reconnect. */
function watchServer(place: ClusterPlace, restart: () => Promise<void>): () => void {
  let isBusy = false;
  const timer = setInterval(() => {
    const file = readPostmasterFile(place.clusterDir);
    if (isBusy || (file !== null && isPostmasterAlive(file.pid, place.clusterDir))) return;
    isBusy = true;
    restart()
      // The failure was logged, and the next check tries again.
      .catch(() => undefined)
      .finally(() => {
        isBusy = false;
      });
  }, watchEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}

async function ensureRunning(
  home: string,
  { dataDir, settings, logger }: EmbeddedPostgresOptions,
): Promise<{ place: ClusterPlace; connectionString: string }> {
  const clusterDir = join(home, 'data');
  const addressFile = join(home, 'address.json');
  const account = chooseServerAccount(resolve(dataDir), clusterDir);
  const binaries = preparePostgresBinaries({ account, ownFolder: home });
  const place: ClusterPlace = { clusterDir, logFile: join(home, 'postgres.log'), account, binaries };
  const password = ensurePassword(join(home, 'password'), clusterDir);
  const toLogin = (address: ServerAddress) =>
    toConnectionString(address, { user: superuser, password, database });

  const running = await findRunning(clusterDir);
  const runningAddress = readAddress(addressFile);
  if (running !== null && runningAddress !== null) {
    const connectionString = toLogin(runningAddress);
    if (await joinRunning(running, connectionString, clusterDir)) {
      logger?.info({ pid: running, clusterDir }, 'joined the running database');
      return { place, connectionString };
    }
  } else if (running !== null) {
    logger?.warn({ pid: running, clusterDir }, 'the running database has lost its address: restarting it');
    await stopPostmaster(place);
  }

  const startedAt = performance.now();
  const isNew = !existsSync(clusterDir);
  if (!isNew) {
    assertMajorVersion(clusterDir, binaries);
    giveCluster(clusterDir, account);
  }
  const address = await chooseAddress(addressFile, account);
  if (isNew) {
    const passwordFolder = 'socketFolder' in address ? address.socketFolder : home;
    await createCluster({ clusterDir, password, passwordFolder, account, binaries });
  }
  rotateLog(place.logFile);
  try {
    await startPostmaster(place, { ...defaultSettings, ...settings, ...addressSettings(address) });
  } catch (error) {
    removeAddress(addressFile);
    logger?.warn({ err: error }, 'the database did not start');
    throw error;
  }
  const connectionString = toLogin(address);
  await verify(connectionString, clusterDir);
  await addStatistics(connectionString);
  logger?.info({ clusterDir, ms: Math.round(performance.now() - startedAt) }, 'started the database');
  return { place, connectionString };
}

/** Returns the pid of a running server of this cluster that accepts connections. Waits for one that is starting or stopping. */
async function findRunning(clusterDir: string): Promise<number | null> {
  const file = readPostmasterFile(clusterDir);
  if (file === null || !isPostmasterAlive(file.pid, clusterDir)) return null;
  if (file.status === 'stopping') {
    await waitUntilGone(file.pid, clusterDir, 60_000);
    return null;
  }
  return (await waitUntilReady(file.pid, clusterDir)) ? file.pid : null;
}

/** Returns false if the server was dying and has ended. A killed process exists for a moment after its sockets are closed. */
async function joinRunning(pid: number, connectionString: string, clusterDir: string): Promise<boolean> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    try {
      await verify(connectionString, clusterDir);
      return true;
    } catch (error) {
      if (!isPostmasterAlive(pid, clusterDir)) return false;
      const hasAnswered = error instanceof Error && error.cause instanceof pg.DatabaseError;
      if (hasAnswered || performance.now() > deadline) throw error;
      await delay(50);
    }
  }
}

/** Checks that this cluster answers at the address and accepts our password. Creates the database the first time. */
async function verify(connectionString: string, clusterDir: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 30_000 });
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    const isMissing = error instanceof pg.DatabaseError && error.code === '3D000';
    if (!isMissing) {
      throw new DatabaseSetupError(
        `The database in ${clusterDir} is running but rejects the connection: ${(error as Error).message}`,
        {
          cause: error,
        },
      );
    }
    await createDatabase(connectionString);
    return;
  }
  try {
    const { rows } = await client.query<{ folder: string }>(
      "select current_setting('data_directory') as folder",
    );
    const folder = rows[0]?.folder ?? '';
    if (folder !== '/proc/self/cwd' && statSync(folder).ino !== statSync(clusterDir).ino) {
      throw new DatabaseSetupError(
        `The server that answers for ${clusterDir} keeps its data in ${folder}: stop it, then try again.`,
      );
    }
  } finally {
    await client.end();
  }
}

async function createDatabase(connectionString: string): Promise<void> {
  const url = new URL(connectionString);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(`create database ${database}`);
  } finally {
    await client.end();
  }
}

async function addStatistics(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    // The shop works without it, for example while a copy recovers.
    await client.query('create extension if not exists pg_stat_statements').catch(() => undefined);
  } finally {
    await client.end();
  }
}

function rotateLog(logFile: string): void {
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) < largestLogBytes) return;
  rmSync(`${logFile}.1`, { force: true });
  renameSync(logFile, `${logFile}.1`);
}
