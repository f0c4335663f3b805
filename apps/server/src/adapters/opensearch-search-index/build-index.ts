import { setTimeout as wait } from 'node:timers/promises';
import { withLock } from '../../platform/postgres/advisory-lock.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { readLanguage } from '../search-reading/language-repository.ts';
import { writeItems } from './bulk-write.ts';
import type { SearchConnection } from './connection.ts';
import { followChanges } from './follow-changes.ts';
import type { IndexCatalog } from './index-catalog.ts';
import type { IndexNames } from './index-names.ts';
import type { IndexPositions } from './index-positions.ts';
import { readItemsAfter } from './item-document-repository.ts';
import { readPosition } from './search-change-repository.ts';

export interface Indexing {
  readonly db: Database;
  readonly connection: SearchConnection;
  readonly names: IndexNames;
  readonly catalog: IndexCatalog;
  readonly positions: IndexPositions;
  readonly clock: () => Date;
  /** Aborted when this node stops. */
  readonly signal: AbortSignal;
}

/** How long a replaced index is kept, so that running searches still get their answer. */
const farewellMs = 2_000;

/** There are two locks, so that the active index is kept up to date while the next one is built. */
export const buildLock = ({ names }: Indexing): string => `${names.alias} build`;
export const followLock = ({ names }: Indexing): string => `${names.alias} follow`;

/**
 * Builds an index of all products beside the active one, and replaces it. If the build is killed, it leaves an unused index, which the
 * next build removes. The caller holds `buildLock`.
 */
export async function buildIndex(
  indexing: Indexing,
  onProgress: (products: number) => void = () => undefined,
): Promise<{ index: string; products: number }> {
  const { db, connection, names, catalog, positions, clock, signal } = indexing;
  const active = await catalog.active();
  await removeIndices(
    indexing,
    (await catalog.all()).filter((index) => index !== active && index.startsWith(`${names.alias}-`)),
  );

  const index = names.next(clock());
  const position = await readPosition(db);
  await positions.prepare();
  // Read after the position, so that a change of the language in between is followed as a change of all products.
  await catalog.create(index, (await readLanguage(db)).name);
  let products = 0;
  for (let last: number | undefined = 0; last !== undefined; ) {
    signal.throwIfAborted();
    const read = await readItemsAfter(db, last);
    await writeItems(connection, index, read.documents.keys(), read);
    products += read.products;
    onProgress(products);
    last = read.itemIds.at(-1);
  }
  await catalog.finish(index);
  await positions.write(index, position);

  // Waits in the lock's queue, because a busy follower holds the lock nearly always.
  const takeOver = async () => {
    if ((await followChanges(indexing, index)) === 'lost')
      throw new Error('The whole catalogue changed during the build of its index.');
    await catalog.refresh(index);
    await catalog.activate(index);
  };
  await withLock(db, followLock(indexing), takeOver, signal);
  const left = (await catalog.all()).filter((other) => other !== index);
  if (left.length > 0) await wait(farewellMs, undefined, { signal });
  await removeIndices(indexing, left);
  return { index, products };
}

async function removeIndices({ catalog, positions }: Indexing, indices: readonly string[]): Promise<void> {
  await catalog.remove(indices);
  for (const index of indices) await positions.remove(index);
}
