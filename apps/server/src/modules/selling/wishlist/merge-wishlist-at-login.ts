import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { watchWished } from '../notices/index.ts';
import { hasWishlist, lockWishlist, moveItems } from './wishlist-repository.ts';

/** What a browser collected before somebody logged in moves to their own list, where theirs keep their place. */
export async function mergeWishlistAtLogin(
  db: Database,
  { userId, visitorId }: { userId: string; visitorId: string },
): Promise<void> {
  const visitor = { kind: 'visitor', visitorId } as const;
  await withTransaction(db, async (tx) => {
    if (!(await hasWishlist(tx, visitor))) return;
    // Everybody who locks two lists takes the visitor's first.
    const from = (await lockWishlist(tx, visitor))!;
    const to = await lockWishlist(tx, { kind: 'user', userId });
    if (to === undefined) return;
    await watchWished(tx, { userId, productIds: await moveItems(tx, { from, to }) });
  });
}
