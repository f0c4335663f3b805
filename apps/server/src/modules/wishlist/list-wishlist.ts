import type { Wishlist, WishlistQuery } from '@kindred/contracts';
import { presentTime } from '@kindred/shop-types';
import { decodeCursor, encodeCursor } from '../../platform/http/cursor.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { findEntries } from '../catalog/index.ts';
import { countListed, findWishlist } from './wishlist-repository.ts';

/** @throws ProblemError `invalid-cursor` */
export async function listWishlist(db: Database, userId: string, query: WishlistQuery): Promise<Wishlist> {
  const limit = query.limit ?? 24;
  const after = query.cursor === undefined ? undefined : positionOf(query.cursor);
  const [found, total] = await Promise.all([
    findWishlist(db, userId, { limit: limit + 1, after }),
    countListed(db, userId),
  ]);
  const page = found.slice(0, limit);
  const products = await findEntries(
    db,
    page.map(({ productId }) => productId),
  );
  const last = page.at(-1);
  return {
    items: page.flatMap(({ productId, addedAt }) => {
      const entry = products.get(productId);
      return entry ? [{ product: entry.product, added_at: presentTime(addedAt) }] : [];
    }),
    total,
    next_cursor: last && found.length > limit ? encodeCursor([last.addedAt, last.productId]) : null,
  };
}

function positionOf(cursor: string): { addedAt: string; productId: number } {
  const [addedAt, productId] = decodeCursor(cursor, ['time', 'int4']);
  return { addedAt: String(addedAt), productId: Number(productId) };
}
