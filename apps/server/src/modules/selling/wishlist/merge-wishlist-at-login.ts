import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { watchWished } from '../notices/index.ts';
import { hasWishlist, lockWishlist, moveItems } from './wishlist-repository.ts';

/** Moves a browser's wishlist to the account's at log-in. The account's products keep their positions. */
export async function mergeWishlistAtLogin(
  db: Database,
  { userId, visitorId }: { userId: string; visitorId: string },
): Promise<void> {
  const visitor = { kind: 'visitor', visitorId } as const;
  await withTransaction(db, async (tx) => {
    if (!(await hasWishlist(tx, visitor))) return;
    // Every transaction that locks two lists locks the visitor's first.
    const from = (await lockWishlist(tx, visitor))!;
    const to = await lockWishlist(tx, { kind: 'user', userId });
    if (to === undefined) return;
    await watchWished(tx, { userId, productIds: await moveItems(tx, { from, to }) });
  });
}
