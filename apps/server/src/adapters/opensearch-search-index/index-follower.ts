/** @file Keeps the index equal to the database. It builds a missing index and follows changes, on one node at a time. */
import type { Logger } from 'pino';
import { tryWithLock, withLock } from '../../platform/postgres/advisory-lock.ts';
import { buildIndex, buildLock, followLock, type Indexing } from './build-index.ts';
import { followChanges } from './follow-changes.ts';
import { withTurn } from './with-turn.ts';

export interface IndexFollower {
  /** Reports that something may have changed. Returns immediately. */
  nudge(): void;
  /** Resolves when everything that was committed before the call is in the index and searchable. */
  catchUp(): Promise<void>;
  /** Since when changes have not reached the index. Undefined while they do. */
  readonly failingSince: Date | undefined;
  close(): Promise<void>;
}

/** How long it waits for more changes, to follow them together. */
const pauseMs = 300;
/** How often it looks without a notification, because a notification may get lost. */
const everyMs = 10_000;

export function createIndexFollower({
  indexing,
  stop,
  logger,
}: {
  indexing: Indexing;
  stop: AbortController;
  logger: Pick<Logger, 'info' | 'warn'>;
}): IndexFollower {
  const { db, catalog, clock, signal } = indexing;
  let failingSince: Date | undefined;
  let timer: NodeJS.Timeout | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let running: Promise<void> | undefined;
  let building: Promise<void> | undefined;

  async function build(isWanted: () => Promise<boolean>): Promise<void> {
    await withTurn(db, buildLock(indexing), signal, async () => {
      if (!(await isWanted())) return;
      const { index, products } = await buildIndex(indexing);
      logger.info({ index, products }, 'search index built');
    });
  }

  /** Brings the index up to date. Returns false if it has to be built. */
  async function follow(index: string | undefined): Promise<boolean> {
    return index !== undefined && (await followChanges(indexing, index)) === 'followed';
  }

  const isLost = async (): Promise<boolean> =>
    withLock(db, followLock(indexing), async () => !(await follow(await catalog.active())), signal);

  async function round(): Promise<void> {
    const followed = await tryWithLock(db, followLock(indexing), async () => ({
      isCurrent: await follow(await catalog.active()),
    }));
    // Another node is following, and may have read before the change that we were notified of.
    if (followed === undefined) schedule(pauseMs * 3);
    else if (!followed.isCurrent) buildAside();
  }

  function buildAside(): void {
    building ??= build(isLost)
      .catch(told)
      .finally(() => {
        building = undefined;
      });
  }

  function told(error: unknown): void {
    if (signal.aborted) return;
    if (failingSince === undefined) logger.warn({ err: error }, 'the search index could not be updated');
    failingSince ??= clock();
  }

  function schedule(inMs: number): void {
    const at = Date.now() + inMs;
    if (signal.aborted || at >= dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(() => {
      dueAt = Number.POSITIVE_INFINITY;
      running = (running ?? Promise.resolve())
        .then(round)
        .then(() => {
          failingSince = undefined;
        }, told)
        .finally(() => schedule(everyMs));
    }, inMs);
    timer.unref();
  }

  schedule(0);
  return {
    nudge: () => schedule(pauseMs),
    async catchUp() {
      while (await isLost()) await build(isLost);
      const active = await catalog.active();
      if (active !== undefined) await catalog.refresh(active);
    },
    get failingSince() {
      return failingSince;
    },
    async close() {
      stop.abort(new Error('This node stops.'));
      clearTimeout(timer);
      await Promise.allSettled([running, building]);
    },
  };
}
