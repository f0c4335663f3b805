import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { startWatchingWishlist, stopWatchingWishlist, watchWished } from '../notices/index.ts';
import { wishlistProblem } from './wishlist-errors.ts';
import { findWishedIds, lockWishlist } from './wishlist-repository.ts';

/**
 * Turns mails about cheaper or restocked products of a member's wishlist on or off. They are off by default.
 * @throws ProblemError `verify-your-email`, `account-gone`
 */
export async function mailWishlistChanges(
  db: Database,
  { userId, wanted }: { userId: string; wanted: boolean },
): Promise<void> {
  await withTransaction(db, async (tx) => {
    const wishlistId = await lockWishlist(tx, { kind: 'user', userId });
    if (wishlistId === undefined) throw wishlistProblem('account-gone');
    if (!wanted) return stopWatchingWishlist(tx, userId);
    await startWatchingWishlist(tx, userId);
    await watchWished(tx, { userId, productIds: await findWishedIds(tx, wishlistId) });
  });
}
