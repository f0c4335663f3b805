import type { Indexing } from './build-index.ts';
import { writeItems } from './bulk-write.ts';
import { readItemIds, readItemsOf } from './item-document-repository.ts';
import { readChanges } from './search-change-repository.ts';

/** An index that nothing happens to is noted as current now and then, lest it seem older than the changes that are kept. */
const idleMs = 3_600_000;

/**
 * Brings `index` to where the database was when this was called. Items are read anew, so that it does not matter how often
 * and in which order they changed. Under the follower's lock.
 * @returns `lost` when only building it anew helps
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
