import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import type { CartOwner } from '../../../ports/cart-store.ts';
import { unwatchWished } from '../notices/index.ts';
import { lockOwnWishlist, markRemoved } from './wishlist-repository.ts';

/** Changes nothing if the product is not on the list. */
export async function removeFromWishlist(
  db: Database,
  { owner, productId }: { owner: CartOwner; productId: number },
): Promise<void> {
  await withTransaction(db, async (tx) => {
    const wishlistId = await lockOwnWishlist(tx, owner);
    if (wishlistId === undefined) return;
    await markRemoved(tx, wishlistId, productId);
    if (owner.kind === 'user') await unwatchWished(tx, { userId: owner.userId, productId });
  });
}
