/**
 * @file Locks between processes that the kernel gives back when their holder dies, kill -9 included: Node has no flock,
 * SQLite takes fcntl locks (LockFileEx on Windows) on a file, so an empty SQLite file is the lock. No pids, nothing stale.
 */

import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseSetupError } from './database-setup-error.ts';

const sqliteBusy = 5;

export interface HeldLock {
  release(): void;
}

/** One holder at a time. Waits, and gives up with an error after `timeoutMs`. */
export async function lockExclusively(file: string, timeoutMs: number): Promise<HeldLock> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const lock = tryLockExclusively(file);
    if (lock !== null) return lock;
    if (performance.now() > deadline) {
      throw new DatabaseSetupError(
        `Another process has held ${file} for ${timeoutMs / 1000} s: stop it, then try again.`,
      );
    }
    await delay(10);
  }
}

/** Null when anybody holds the file, shared or not. */
export function tryLockExclusively(file: string): HeldLock | null {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return { release: () => database.close() };
}

/** Any number of holders; keeps `tryLockExclusively` from succeeding. */
export function lockShared(file: string): HeldLock {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    // A read transaction holds the shared lock until it ends.
    database.exec('begin');
    database.prepare('select count(*) from sqlite_master').get();
  } catch (error) {
    database.close();
    throw error;
  }
  return { release: () => database.close() };
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
