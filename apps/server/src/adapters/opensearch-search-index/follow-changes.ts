import type { Indexing } from './build-index.ts';
import { writeItems } from './bulk-write.ts';
import { readItemIds, readItemsOf } from './item-document-repository.ts';
import { readChanges } from './search-change-repository.ts';

/** How often the position of an unchanged index is renewed, so that it does not get older than the kept changes. */
const idleMs = 3_600_000;

/**
 * Brings `index` up to the state of the database at the time of the call. It reads the current items, so it does not matter how often
 * and in which order they changed. The caller holds the follower's lock.
 * @returns `lost` if the index has to be rebuilt
 */
export async function followChanges(
  { db, connection, positions, signal }: Indexing,
  index: string,
): Promise<'followed' | 'lost'> {
  const last = await positions.read(index);
  if (last === undefined) return 'lost';
  const { productIds, position } = await readChanges(db, last);
  if (productIds === undefined) return 'lost';
  for (let left = await readItemIds(db, productIds); left.length > 0; ) {
    signal.throwIfAborted();
    const read = await readItemsOf(db, left);
    await writeItems(connection, index, read.itemIds, read);
    left = left.slice(read.itemIds.length);
  }
  const isIdle = productIds.length === 0 && Date.parse(position.readAt) - Date.parse(last.readAt) < idleMs;
  if (!isIdle) await positions.write(index, position);
  return 'followed';
}
