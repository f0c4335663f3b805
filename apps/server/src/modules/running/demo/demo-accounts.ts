/** @file The log-ins of the demo shopper and the demo admin, kept in a file in the data folder, because the database has only hashes. */
import { randomInt } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { MadeAccount } from '../../people/accounts/index.ts';

export interface DemoAccount {
  readonly email: string;
  readonly password: string;
}

export interface DemoAccounts {
  readonly shopper: DemoAccount;
  readonly admin: DemoAccount;
}

export const demoRoles = ['shopper', 'admin'] as const;
export type DemoRole = (typeof demoRoles)[number];

export const madeAccounts: Readonly<Record<DemoRole, MadeAccount>> = {
  shopper: { email: 'shopper@demo.example', firstName: 'Demo', lastName: 'Shopper', role: 'shopper' },
  admin: { email: 'admin@demo.example', firstName: 'Demo', lastName: 'Admin', role: 'admin' },
};

/** Only the file's owner can read it. */
export const demoAccountsFile = (dataDir: string): string => join(dataDir, 'demo-accounts.json');

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';

/** About 80 bits, easy to type: `k3mq-9xwd-t2vh-p7ab`. */
function readablePassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

export function newDemoAccounts(): DemoAccounts {
  const { shopper, admin } = madeAccounts;
  return {
    shopper: { email: shopper.email, password: readablePassword() },
    admin: { email: admin.email, password: readablePassword() },
  };
}

/** Returns the passwords in the file, or undefined if the file does not exist. An account may be missing. */
export async function readDemoAccounts(dataDir: string): Promise<Partial<DemoAccounts> | undefined> {
  const text = await readFile(demoAccountsFile(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
  if (text === undefined) return undefined;
  try {
    const kept = JSON.parse(text) as Record<string, Partial<DemoAccount> | undefined>;
    return Object.fromEntries(
      demoRoles.flatMap((role) => {
        const password = kept[role]?.password;
        return typeof password === 'string' ? [[role, { email: madeAccounts[role].email, password }]] : [];
      }),
    );
  } catch {
    // The file was edited by hand.
    return {};
  }
}

/** Writes the file atomically, and to disk before the accounts get these passwords. */
export async function keepDemoAccounts(dataDir: string, accounts: Partial<DemoAccounts>): Promise<void> {
  const path = demoAccountsFile(dataDir);
  const partial = `${path}.part`;
  const file = await open(partial, 'w', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(`${JSON.stringify(accounts, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(partial, path);
}
