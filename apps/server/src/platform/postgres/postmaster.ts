/** @file A PostgreSQL server process: reads its `postmaster.pid`, checks whether it is running, starts it and stops it. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseSetupError } from './database-setup-error.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { ServerAccount } from './server-account.ts';
import { canEnter } from './server-account.ts';

export interface PostmasterFile {
  pid: number;
  status: 'starting' | 'stopping' | 'ready' | 'standby' | '';
}

export interface ClusterPlace {
  clusterDir: string;
  logFile: string;
  account: ServerAccount | null;
  binaries: PostgresBinaries;
}

const pollMs = 5;

/** Returns null if no server has left its file here. */
export function readPostmasterFile(clusterDir: string): PostmasterFile | null {
  let lines: string[];
  try {
    lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!Number.isInteger(pid)) return null;
  if (pid < 0) {
    throw new DatabaseSetupError(
      `Process ${-pid} uses the database in ${clusterDir} in single-user mode. Wait for its end, then try again.`,
    );
  }
  return { pid, status: (lines[7] ?? '').trim() as PostmasterFile['status'] };
}

/** Whether the process is a PostgreSQL of exactly this cluster, and not another process with the same pid. */
export function isPostmasterAlive(pid: number, clusterDir: string): boolean {
  if (process.platform === 'linux')
    return !isZombie(pid) && workingFolderOf(pid) === realpathSync(clusterDir);
  if (!exists(pid)) return false;
  if (process.platform === 'win32') return true;
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.includes(clusterDir);
}

/** Lists every process of the cluster (Linux only), by its working folder, which is always the data folder. */
export function listClusterProcesses(clusterDir: string): number[] {
  if (process.platform !== 'linux' || !existsSync(clusterDir)) return [];
  const folder = realpathSync(clusterDir);
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && workingFolderOf(pid) === folder && nameOf(pid) === 'postgres');
}

/** Resolves when the server accepts connections. Otherwise it throws with the end of the server's log. */
export async function startPostmaster(place: ClusterPlace, settings: Record<string, string>): Promise<void> {
  await clearLeftovers(place);
  const stalePid = readPostmasterFile(place.clusterDir)?.pid ?? null;
  const logStart = statSync(place.logFile, { throwIfNoEntry: false })?.size ?? 0;
  const child = spawnServer(place, settings);
  const exit: { reason: string | null } = { reason: null };
  child.once('error', (error) => {
    exit.reason = error.message;
  });
  child.once('exit', (code, signal) => {
    exit.reason = `exit ${code ?? signal}`;
  });
  child.unref();
  // On Windows, pg_ctl starts the server and ends with success while the server keeps running.
  const hasFailed = () => exit.reason !== null && (process.platform !== 'win32' || exit.reason !== 'exit 0');
  // No time limit while the server is running, because crash recovery may take any time.
  for (;;) {
    const file = readPostmasterFile(place.clusterDir);
    if (file?.status === 'ready' && file.pid !== stalePid) return;
    if (hasFailed()) {
      throw new DatabaseSetupError(
        `PostgreSQL did not start in ${place.clusterDir}: ${exit.reason}; its log (${place.logFile}) ends with:\n` +
          readLogTail(place.logFile, logStart),
      );
    }
    await delay(pollMs);
  }
}

/** Waits for a server that another process started. Returns false if it ended instead. */
export async function waitUntilReady(pid: number, clusterDir: string): Promise<boolean> {
  while (isPostmasterAlive(pid, clusterDir)) {
    const file = readPostmasterFile(clusterDir);
    if (file?.pid === pid && file.status === 'ready') return true;
    await delay(pollMs);
  }
  return false;
}

/** Stops the server by a fast shutdown: open transactions are rolled back, committed ones are checkpointed. */
export async function stopPostmaster(place: ClusterPlace): Promise<void> {
  const file = readPostmasterFile(place.clusterDir);
  if (file === null || !isPostmasterAlive(file.pid, place.clusterDir)) return;
  if (process.platform === 'win32') {
    spawnSync(place.binaries.pgCtl, ['stop', '-w', '-m', 'fast', '-D', place.clusterDir]);
    return;
  }
  signal(file.pid, 'SIGINT');
  if (await waitUntilGone(file.pid, place.clusterDir, 60_000)) return;
  // Immediate shutdown: the next start does crash recovery, and no committed data are lost.
  signal(file.pid, 'SIGQUIT');
  if (await waitUntilGone(file.pid, place.clusterDir, 10_000)) return;
  throw new DatabaseSetupError(
    `PostgreSQL (process ${file.pid}, data in ${place.clusterDir}) does not stop: see ${place.logFile}.`,
  );
}

export async function waitUntilGone(pid: number, clusterDir: string, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (isPostmasterAlive(pid, clusterDir)) {
    if (performance.now() > deadline) return false;
    await delay(pollMs);
  }
  return true;
}

/**
 * Returns the data folder as the account can reach it. If the account cannot enter a folder above it (root's shop in /root), Linux allows
 * access through the process's working folder: we enter as root, then switch to the account, and the kernel resolves /proc/self/cwd without
 * walking the path.
 */
export function dataFolderArgument(clusterDir: string, account: ServerAccount | null): string {
  if (account === null || canEnter(account, clusterDir)) return clusterDir;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new DatabaseSetupError(
    `User ${account.uid}, whom PostgreSQL runs as because you are root, cannot enter a folder above ${clusterDir}: ` +
      'start Kindred as an ordinary user, set KINDRED_DATA_DIR to a folder that user can enter, or set DATABASE_URL.',
  );
}

/** The server gets none of our variables, because they contain secrets, and PG* variables would change its behaviour. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'SystemRoot', 'SystemDrive', 'TEMP', 'TMP', 'TMPDIR'];
  const kept = names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

function spawnServer(
  { clusterDir, logFile, account, binaries }: ClusterPlace,
  settings: Record<string, string>,
) {
  const assignments = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  if (process.platform === 'win32') {
    // pg_ctl drops administrator rights, with which the server would refuse to run.
    const options = assignments.map((assignment) => `-c ${assignment}`).join(' ');
    const args = ['start', '-W', '-D', clusterDir, '-l', logFile, '-o', options];
    return spawn(binaries.pgCtl, args, { stdio: 'ignore', detached: true, env: serverEnvironment() });
  }
  const log = openSync(logFile, 'a', 0o600);
  try {
    const args = [
      '-D',
      dataFolderArgument(clusterDir, account),
      ...assignments.flatMap((text) => ['-c', text]),
    ];
    return spawn(binaries.postgres, args, {
      cwd: clusterDir,
      // A separate session, because Ctrl+C in our terminal must not stop the database before the shop has stopped.
      detached: true,
      stdio: ['ignore', log, log],
      env: serverEnvironment(),
      ...account,
    });
  } finally {
    closeSync(log);
  }
}

/** Clears up after a crash: ends backends that outlived their server, and fixes a pid file whose pid another process has now. */
async function clearLeftovers({ clusterDir }: ClusterPlace): Promise<void> {
  for (const [signalName, timeoutMs] of [
    ['SIGQUIT', 2_000],
    ['SIGKILL', 10_000],
  ] as const) {
    const orphans = listClusterProcesses(clusterDir);
    for (const pid of orphans) signal(pid, signalName);
    for (const pid of orphans) await waitUntilGone(pid, clusterDir, timeoutMs);
  }
  const pidFile = join(clusterDir, 'postmaster.pid');
  const stale = readPostmasterFile(clusterDir);
  if (stale === null || !exists(stale.pid)) return;
  // The server treats its parent's pid (ours) as stale but still checks the shared memory in the file. Deleting the file would skip this
  // check.
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const { uid, gid } = statSync(pidFile);
  writeFileSync(`${pidFile}.new`, [String(process.pid), ...lines.slice(1)].join('\n'), { mode: 0o600 });
  if (process.getuid?.() === 0) chownSync(`${pidFile}.new`, uid, gid);
  renameSync(`${pidFile}.new`, pidFile);
}

function readLogTail(logFile: string, from: number): string {
  const log = existsSync(logFile) ? readFileSync(logFile).subarray(from).toString('utf8') : '';
  return log.trim().split('\n').slice(-20).join('\n') || '(nothing)';
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function workingFolderOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

function nameOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return null;
  }
}

function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.charAt(stat.lastIndexOf(')') + 2) === 'Z';
  } catch {
    return true;
  }
}
