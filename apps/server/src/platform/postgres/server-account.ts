/** @file The account that runs PostgreSQL: our own or, if we are root, an unprivileged one, because PostgreSQL refuses to run as root. */
import { readFileSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSetupError } from './database-setup-error.ts';

export interface ServerAccount {
  uid: number;
  gid: number;
}

/** Returns null if this process's account can be used. */
export function chooseServerAccount(dataDir: string, clusterDir: string): ServerAccount | null {
  if (process.getuid?.() !== 0) {
    const owner = statSync(clusterDir, { throwIfNoEntry: false })?.uid;
    const self = process.getuid?.();
    if (self !== undefined && owner !== undefined && owner !== self) {
      throw new DatabaseSetupError(
        `The database in ${clusterDir} belongs to user ${owner} and this process runs as user ${self}: ` +
          'start as that user or as root, or set KINDRED_DATA_DIR to another folder.',
      );
    }
    return null;
  }
  const passwd = readPasswd();
  for (const folder of [clusterDir, dataDir]) {
    const owner = statSync(folder, { throwIfNoEntry: false });
    // initdb looks up its user by uid, so the uid must have a name.
    if (owner !== undefined && owner.uid !== 0 && passwd.some((entry) => entry.uid === owner.uid)) {
      return { uid: owner.uid, gid: owner.gid };
    }
  }
  const nobody = passwd.find((entry) => entry.name === 'nobody');
  if (nobody === undefined) {
    throw new DatabaseSetupError(
      'PostgreSQL refuses to run as root and /etc/passwd has no user "nobody" to run it as: ' +
        'start Kindred as an ordinary user, or set DATABASE_URL.',
    );
  }
  return { uid: nobody.uid, gid: nobody.gid };
}

/** Whether the account can enter `folder` and every folder above it. */
export function canEnter(account: ServerAccount, folder: string): boolean {
  for (let current = folder; ; current = dirname(current)) {
    if (!allows(account, statSync(current), 1)) return false;
    if (dirname(current) === current) return true;
  }
}

export const canRead = (account: ServerAccount, path: string): boolean =>
  allows(account, statSync(path), 4) && canEnter(account, dirname(path));

function allows(account: ServerAccount, stats: Stats, bit: 1 | 4): boolean {
  const shift = stats.uid === account.uid ? 6 : stats.gid === account.gid ? 3 : 0;
  return ((stats.mode >> shift) & bit) !== 0;
}

function readPasswd(): Array<{ name: string; uid: number; gid: number }> {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map((fields) => ({ name: fields[0]!, uid: Number(fields[2]), gid: Number(fields[3]) }));
}
