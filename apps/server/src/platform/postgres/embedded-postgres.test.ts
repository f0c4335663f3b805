import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { acquireEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts';
import { listClusterProcesses, readPostmasterFile } from './postmaster.ts';

const childScript = fileURLToPath(
  new URL('../../testing/postgres/embedded-postgres-child.ts', import.meta.url),
);
const isLinux = process.platform === 'linux';
const isRoot = process.getuid?.() === 0;

const open: EmbeddedPostgres[] = [];
const acquire = async (dataDir: string) => {
  const server = await acquireEmbeddedPostgres({ dataDir });
  open.push(server);
  return server;
};

afterEach(async () => {
  for (const server of open.splice(0)) await server.release();
});

function makeEmptyDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'kindred-postgres-test-'));
  // Root's PostgreSQL runs as user nobody, but mkdtemp denies access to other users. One test keeps it that way.
  chmodSync(dataDir, 0o755);
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

let prepared: string;

beforeAll(async () => {
  prepared = mkdtempSync(join(tmpdir(), 'kindred-postgres-test-'));
  chmodSync(prepared, 0o755);
  await (await acquireEmbeddedPostgres({ dataDir: prepared })).release();
});

afterAll(() => rmSync(prepared, { recursive: true, force: true }));

/** A copy costs a tenth of a first start. */
function makeDataDir(): string {
  const dataDir = makeEmptyDataDir();
  cpSync(prepared, dataDir, { recursive: true });
  return dataDir;
}

const clusterDirOf = (dataDir: string) => join(dataDir, 'postgres', 'data');
const isRunning = (dataDir: string) => existsSync(join(clusterDirOf(dataDir), 'postmaster.pid'));

async function query<Row extends pg.QueryResultRow>(connectionString: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function holdInChild(dataDir: string): Promise<{ child: ChildProcess; connectionString: string }> {
  const child = spawn(process.execPath, [childScript, 'hold', dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [connectionString] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
  return { child, connectionString };
}

function killCluster(dataDir: string): void {
  for (const pid of listClusterProcesses(clusterDirOf(dataDir))) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended with its server.
    }
  }
}

/** Starts a shop that writes a table, then kills it together with its database. */
async function loseBoth(dataDir: string): Promise<{ connectionString: string }> {
  const { child, connectionString } = await holdInChild(dataDir);
  await query(connectionString, 'create table kept as select 7 as n');
  child.kill('SIGKILL');
  await once(child, 'exit');
  killCluster(dataDir);
  return { connectionString };
}

describe('the private PostgreSQL', () => {
  it('starts, keeps data across a clean stop, and syncs every commit to disk', async () => {
    const dataDir = makeEmptyDataDir();
    const first = await acquire(dataDir);
    await query(first.connectionString, 'create table kept as select 7 as n');
    const settings = await query<{ fsync: string; pages: string; commit: string; data: string }>(
      first.connectionString,
      `select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
         current_setting('synchronous_commit') as commit, current_setting('data_directory') as data`,
    );
    expect(settings[0]).toEqual({ fsync: 'on', pages: 'on', commit: 'on', data: clusterDirOf(dataDir) });
    await first.release();
    expect(isRunning(dataDir)).toBe(false);

    const second = await acquire(dataDir);
    expect(await query(second.connectionString, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('requires the generated password, which only this account can read', async () => {
    const dataDir = makeDataDir();
    const { connectionString } = await acquire(dataDir);
    const wrong = new URL(connectionString);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(clusterDirOf(dataDir)).mode & 0o077).toBe(0);
  });

  it('is one server for four concurrent processes; the last one stops it', async () => {
    const dataDir = makeDataDir();
    const holders = await Promise.all([1, 2, 3, 4].map(() => holdInChild(dataDir)));
    expect(new Set(holders.map((holder) => holder.connectionString)).size).toBe(1);
    const { connectionString } = holders[0]!;
    for (const { child } of holders) {
      expect(await query(connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
      child.stdin!.end();
      await once(child, 'exit');
    }
    expect(isRunning(dataDir)).toBe(false);
  });

  it('joins the server of a killed process, and stops it in the end', async () => {
    const dataDir = makeDataDir();
    const { child, connectionString } = await holdInChild(dataDir);
    const pid = readPostmasterFile(clusterDirOf(dataDir))!.pid;
    child.kill('SIGKILL');
    await once(child, 'exit');

    const server = await acquire(dataDir);
    expect(server.connectionString).toBe(connectionString);
    expect(readPostmasterFile(clusterDirOf(dataDir))!.pid).toBe(pid);
    await server.release();
    expect(isRunning(dataDir)).toBe(false);
  });

  it.runIf(isLinux)(
    'recovers after the server was killed, even if another process has its pid now',
    async () => {
      const dataDir = makeDataDir();
      const { connectionString } = await loseBoth(dataDir);
      const pidFile = join(clusterDirOf(dataDir), 'postmaster.pid');
      const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
        // As a user that PostgreSQL's own check would accept.
        ...(isRoot ? { uid: statSync(pidFile).uid } : {}),
      });
      await once(other, 'spawn');
      onTestFinished(() => void other.kill());
      const lines = readFileSync(pidFile, 'utf8').split('\n');
      writeFileSync(pidFile, [String(other.pid), ...lines.slice(1)].join('\n'));

      const again = await acquire(dataDir);
      expect(again.connectionString).toBe(connectionString);
      expect(await query(again.connectionString, 'select n from kept')).toEqual([{ n: 7 }]);
      expect(other.exitCode).toBeNull();
    },
  );

  it.runIf(isLinux)(
    'recovers after the server was killed while one of its backends is still running',
    async () => {
      const dataDir = makeDataDir();
      const { child, connectionString } = await holdInChild(dataDir);
      const busy = query(connectionString, 'select pg_sleep(60)').catch(() => 'lost its server');
      await expect
        .poll(() =>
          query(connectionString, "select 1 from pg_stat_activity where query like '%pg_sleep(60)'"),
        )
        .not.toEqual([]);
      child.kill('SIGKILL');
      process.kill(readPostmasterFile(clusterDirOf(dataDir))!.pid, 'SIGKILL');

      const again = await acquire(dataDir);
      expect(await query(again.connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(await busy).toBe('lost its server');
    },
  );

  it.runIf(isLinux)('restarts quickly at the same address if only the server was killed', async () => {
    const dataDir = makeDataDir();
    const { connectionString } = await acquire(dataDir);
    await query(connectionString, 'create table kept as select 7 as n');
    killCluster(dataDir);
    await expect
      .poll(() => query(connectionString, 'select n from kept').catch(() => []), {
        timeout: 15_000,
        interval: 100,
      })
      .toEqual([{ n: 7 }]);
  });

  it('starts over if the first start was killed', async () => {
    const dataDir = makeEmptyDataDir();
    mkdirSync(join(dataDir, 'postgres', 'data.unfinished', 'base'), { recursive: true });
    const { connectionString } = await acquire(dataDir);
    expect(await query(connectionString, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('rejects data of another major version, with advice', async () => {
    const dataDir = makeDataDir();
    await (await acquire(dataDir)).release();
    writeFileSync(join(clusterDirOf(dataDir), 'PG_VERSION'), '17\n');
    await expect(acquireEmbeddedPostgres({ dataDir })).rejects.toThrow(
      /written by PostgreSQL 17.*kindred backup/s,
    );
  });

  it('says what to do if the password is lost', async () => {
    const dataDir = makeDataDir();
    await (await acquire(dataDir)).release();
    rmSync(join(dataDir, 'postgres', 'password'));
    await expect(acquireEmbeddedPostgres({ dataDir })).rejects.toThrow(/restore this file/);
  });

  it('shows the end of the server’s log if it cannot start', async () => {
    const dataDir = makeDataDir();
    await (await acquire(dataDir)).release();
    rmSync(join(clusterDirOf(dataDir), 'global'), { recursive: true });
    await expect(acquireEmbeddedPostgres({ dataDir })).rejects.toThrow(/did not start.*pg_control/s);
  });

  it.runIf(isRoot && isLinux)(
    'runs as an ordinary user below a folder that only root can enter',
    async () => {
      const closed = makeEmptyDataDir();
      chmodSync(closed, 0o700);
      const server = await acquire(join(closed, 'shop', '.kindred'));
      await query(server.connectionString, 'create table kept as select 7 as n');
      const owner = statSync(clusterDirOf(join(closed, 'shop', '.kindred'))).uid;
      const { pid } = readPostmasterFile(clusterDirOf(join(closed, 'shop', '.kindred')))!;
      expect(owner).not.toBe(0);
      expect(statSync(`/proc/${pid}`).uid).toBe(owner);
      // A restart after a crash has the same access.
      killCluster(join(closed, 'shop', '.kindred'));
      const again = await acquire(join(closed, 'shop', '.kindred'));
      expect(await query(again.connectionString, 'select n from kept')).toEqual([{ n: 7 }]);
    },
  );
});
