/** @file The work of `kindred search-index`: shows and builds the index from outside a running shop. */
import type { Database } from '../../platform/postgres/database.ts';
import { buildIndex, buildLock } from './build-index.ts';
import { openSearchConnection } from './connection.ts';
import { countListedProducts } from './item-document-repository.ts';
import { openIndexing } from './open-indexing.ts';
import { readChanges } from './search-change-repository.ts';
import { withTurn } from './with-turn.ts';

interface IndexAccess {
  readonly url: string;
  readonly prefix: string;
  readonly db: Database;
  readonly signal: AbortSignal;
}

export interface IndexStatus {
  readonly server: string;
  /** Null if no index is built. */
  readonly index: string | null;
  /** One document per item: a product, or the products of a group. */
  readonly documents: number;
  /** The number of products in all documents. */
  readonly products: number;
  readonly listedProducts: number;
  /** When it last followed the database, or null if never. */
  readonly followedAt: string | null;
  /** Products that changed since then, or null if there are too many to count or the index has to be rebuilt. */
  readonly productsBehind: number | null;
  /** Indices that are left over or being built. */
  readonly otherIndices: readonly string[];
}

/** Resolves when the new index answers searches. Waits if another build is running. */
export async function rebuildIndex(
  access: IndexAccess,
  onProgress: (products: number, listedProducts: number) => void,
): Promise<{ index: string; products: number }> {
  const { db, signal } = access;
  const connection = openSearchConnection(access.url);
  try {
    const indexing = openIndexing({ connection, ...access, clock: () => new Date() });
    const listedProducts = await countListedProducts(db);
    return await withTurn(db, buildLock(indexing), signal, () =>
      buildIndex(indexing, (products) => onProgress(products, listedProducts)),
    );
  } finally {
    await connection.close();
  }
}

export async function inspectIndex(access: IndexAccess): Promise<IndexStatus> {
  const { db } = access;
  const connection = openSearchConnection(access.url);
  try {
    const { catalog, positions } = openIndexing({ connection, ...access, clock: () => new Date() });
    const { version } = await connection.ask<{ version: { number: string; distribution?: string } }>({
      method: 'GET',
      path: '/',
    });
    const index = await catalog.active();
    const position = index === undefined ? undefined : await positions.read(index);
    return {
      server: `${version.distribution ?? 'elasticsearch'} ${version.number}`,
      index: index ?? null,
      ...(index === undefined ? { documents: 0, products: 0 } : await catalog.count(index)),
      listedProducts: await countListedProducts(db),
      followedAt: position?.readAt ?? null,
      productsBehind: position ? ((await readChanges(db, position)).productIds?.length ?? null) : null,
      otherIndices: (await catalog.all()).filter((other) => other !== index),
    };
  } finally {
    await connection.close();
  }
}
