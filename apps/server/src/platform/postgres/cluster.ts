/** @file The data folder of the private PostgreSQL. It is created completely or not at all, with one version and one password. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSetupError } from './database-setup-error.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { dataFolderArgument, serverEnvironment } from './postmaster.ts';
import type { ServerAccount } from './server-account.ts';

export const superuser = 'kindred';

/** Creates the password once per data folder and stores it beside the folder, readable only by this account. */
export function ensurePassword(file: string, clusterDir: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (existsSync(clusterDir)) {
    throw new DatabaseSetupError(
      `The password of the database in ${clusterDir} is missing (${file}): restore this file from a backup.`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, `${password}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return password;
}

export function assertMajorVersion(clusterDir: string, binaries: PostgresBinaries): void {
  const file = join(clusterDir, 'PG_VERSION');
  const found = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'an unknown version';
  if (found === String(binaries.majorVersion)) return;
  throw new DatabaseSetupError(
    `The database in ${clusterDir} was written by PostgreSQL ${found}; this Kindred has ${binaries.majorVersion}, which ` +
      'cannot read it. Start the Kindred that wrote it, run "kindred backup", move the folder away and run "kindred restore".',
  );
}

/** Runs initdb in a temporary folder and renames it at the end, so that an interruption leaves no incomplete folder. */
export async function createCluster(options: {
  clusterDir: string;
  password: string;
  passwordFolder: string;
  account: ServerAccount | null;
  binaries: PostgresBinaries;
}): Promise<void> {
  const { clusterDir, password, passwordFolder, account, binaries } = options;
  const unfinished = `${clusterDir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFile = join(passwordFolder, 'initdb-password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account !== null) {
    chownSync(unfinished, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  try {
    await runInitdb(binaries.initdb, unfinished, passwordFile, account);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, clusterDir);
}

/** Gives the folder to the server's account. A folder that root copied or restored belongs to root, but the server must own it. */
export function giveCluster(clusterDir: string, account: ServerAccount | null): void {
  if (account === null || statSync(clusterDir).uid === account.uid) return;
  const give = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) give(join(folder, entry.name));
      else lchownSync(join(folder, entry.name), account.uid, account.gid);
    }
    chownSync(folder, account.uid, account.gid);
  };
  give(clusterDir);
  chmodSync(clusterDir, 0o700);
}

function runInitdb(
  initdb: string,
  folder: string,
  passwordFile: string,
  account: ServerAccount | null,
): Promise<void> {
  const args = [
    `--pgdata=${dataFolderArgument(folder, account)}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same sort order and the same case rules on every machine.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--text-search-config=english',
  ];
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(initdb, args, {
      cwd: process.platform === 'win32' ? dirname(folder) : folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: serverEnvironment(),
      ...account,
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
      });
    }
    child.once('error', (error) =>
      reject(new DatabaseSetupError(`Could not run ${initdb}: ${error.message}`)),
    );
    child.once('close', (code) => {
      if (code === 0) resolve();
      else
        reject(
          new DatabaseSetupError(
            `Could not create a database in ${folder} (initdb ended with ${code}):\n${output.trim()}`,
          ),
        );
    });
  });
}
