/** @file The shop as `kindred start` runs it, in a separate process, on the database of a test's shop. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Env } from '../../config/env.ts';
import { secret, type TestShop } from '../test-shop.ts';
import { programArguments } from './program-arguments.ts';

export interface ShopProcess {
  readonly address: string;
  kill(signal: NodeJS.Signals): void;
  /** Resolves with exit code and signal. */
  readonly ended: Promise<[code: number | null, signal: NodeJS.Signals | null]>;
}

/** Resolves when the shop is open. `env` overrides the defaults of tests: a free port, no demo, one trusted proxy, no log. */
export async function startShopProcess(
  { connectionString, dataDir }: Pick<TestShop, 'connectionString' | 'dataDir'>,
  env: Env = {},
): Promise<ShopProcess> {
  const child = spawn(
    process.execPath,
    programArguments(join(import.meta.dirname, '../../cli/kindred.ts'), 'start'),
    {
      env: {
        TMPDIR: process.env.TMPDIR,
        PORT: '0',
        DATABASE_URL: connectionString,
        KINDRED_DATA_DIR: dataDir,
        SESSION_SECRET: secret,
        TRUSTED_PROXIES: '127.0.0.1',
        BACKUP_SCHEDULE: 'off',
        LOG_LEVEL: 'silent',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit') as ShopProcess['ended'];
  const address = await openedAt(child);
  return { address, ended, kill: (signal) => void child.kill(signal) };
}

async function openedAt(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const address = /^Kindred is open at (\S+)$/.exec(line)?.[1];
    if (address) {
      child.stdout!.resume();
      return address;
    }
  }
  throw new Error('The shop ended before it was open.');
}
