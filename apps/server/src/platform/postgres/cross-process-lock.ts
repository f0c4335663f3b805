/**
 * @file Locks between processes, which the kernel releases when the holder dies, even by kill -9. Node has no flock, but SQLite uses fcntl
 * locks (LockFileEx on Windows), so an empty SQLite file serves as the lock. It needs no pids and cannot become stale.
 */

import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseSetupError } from './database-setup-error.ts';

const sqliteBusy = 5;

export interface HeldLock {
  release(): void;
}

/** Takes the lock exclusively. Waits, and throws after `timeoutMs`. */
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

/** Returns null if another process has the lock, shared or exclusively. */
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

/** Takes the lock with any number of other holders. Meanwhile `tryLockExclusively` fails. */
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
