import type { ProductSummary, Wishlist, WishlistItem, WishlistQuery } from '@kindred/contracts';
import { presentTime } from '@kindred/shop-types';
import { decodeCursor, encodeCursor } from '../../../platform/http/cursor.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { CartOwner } from '../../../ports/cart-store.ts';
import { findEntries } from '../../catalogue/catalog/index.ts';
import { watchesWishlist } from '../notices/index.ts';
import { countListed, findWishlist, type WishlistEntry } from './wishlist-repository.ts';

/** @throws ProblemError `invalid-cursor` */
export async function listWishlist(
  db: Database,
  owner: CartOwner | undefined,
  query: WishlistQuery,
): Promise<Wishlist> {
  if (!owner) return { items: [], total: 0, mails_changes: false, next_cursor: null };
  const limit = query.limit ?? 24;
  const after = query.cursor === undefined ? undefined : positionOf(query.cursor);
  const [found, total, mailsChanges] = await Promise.all([
    findWishlist(db, owner, { limit: limit + 1, after }),
    countListed(db, owner),
    owner.kind === 'user' && watchesWishlist(db, owner.userId),
  ]);
  const page = found.slice(0, limit);
  const products = await findEntries(
    db,
    page.map(({ productId }) => productId),
  );
  const last = page.at(-1);
  return {
    items: page.flatMap((entry) => {
      const product = products.get(entry.productId)?.product;
      return product ? [presentItem(entry, product)] : [];
    }),
    total,
    mails_changes: mailsChanges,
    next_cursor: last && found.length > limit ? encodeCursor([last.addedAt, last.productId]) : null,
  };
}

export function presentItem({ addedAt, addedPrice }: WishlistEntry, product: ProductSummary): WishlistItem {
  return { product, added_at: presentTime(addedAt), added_price: addedPrice };
}

function positionOf(cursor: string): { addedAt: string; productId: number } {
  const [addedAt, productId] = decodeCursor(cursor, ['time', 'int4']);
  return { addedAt: String(addedAt), productId: Number(productId) };
}
