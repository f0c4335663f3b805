import { LRUCache } from 'lru-cache';
import { askTogether } from '../../../platform/ask-together.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { readCardChanges } from './card-change-repository.ts';
import { type CatalogEntry, findEntries } from './product-repository.ts';

/** Bounds the memory of a shop with more products than that. */
const most = 50_000;
/** Shorter than the time for which changes are kept. */
const oldestSnapshotMs = 12 * 60 * 60 * 1_000;

/** An empty one for a product that is not listed. */
interface Kept {
  readonly entry?: CatalogEntry;
}

/** What changed while it ran may be missing from what it read. */
interface Reading {
  readonly changed: Set<number>;
  isStale: boolean;
}

/**
 * Returns what `findEntries` returns, with a cheaper query: it keeps entries, and asks only which products have changed since the last time. Concurrent
 * requests share a query.
 */
export function rememberEntries(
  db: Database,
): (productIds: readonly number[]) => Promise<Map<number, CatalogEntry>> {
  const kept = new LRUCache<number, Kept>({ max: most });
  const readings = new Set<Reading>();
  let snapshot: string | undefined;
  let readAt = -Infinity;

  async function dropChanged(): Promise<void> {
    const now = performance.now();
    const { changed, snapshot: newest } = await readCardChanges(
      db,
      now - readAt < oldestSnapshotMs ? snapshot : undefined,
    );
    snapshot = newest;
    readAt = now;
    if (changed === undefined) {
      kept.clear();
      for (const reading of readings) reading.isStale = true;
    } else
      for (const productId of changed) {
        kept.delete(productId);
        for (const reading of readings) reading.changed.add(productId);
      }
  }

  async function read(productIds: readonly number[]): Promise<ReadonlyMap<number, CatalogEntry>> {
    if (productIds.length === 0) return new Map();
    const reading: Reading = { changed: new Set(), isStale: false };
    readings.add(reading);
    try {
      const found = await findEntries(db, productIds);
      for (const productId of productIds) {
        const entry = found.get(productId);
        if (!reading.isStale && !reading.changed.has(productId)) kept.set(productId, entry ? { entry } : {});
      }
      return found;
    } finally {
      readings.delete(reading);
    }
  }

  const readTogether = askTogether(async (lists: readonly (readonly number[])[]) => {
    await dropChanged();
    const known = new Map<number, Kept>();
    const missing: number[] = [];
    for (const productId of new Set(lists.flat())) {
      const one = kept.get(productId);
      if (one) known.set(productId, one);
      else missing.push(productId);
    }
    const found = await read(missing);
    return lists.map((productIds) => {
      const entries = new Map<number, CatalogEntry>();
      for (const productId of productIds) {
        const entry = known.get(productId)?.entry ?? found.get(productId);
        if (entry) entries.set(productId, entry);
      }
      return entries;
    });
  });
  return async (productIds) => (productIds.length === 0 ? new Map() : readTogether(productIds));
}
