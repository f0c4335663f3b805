import type { WishlistItem } from '@kindred/contracts';
import { presentTime } from '@kindred/shop-types';
import { type Database, withTransaction } from '../../platform/postgres/database.ts';
import { catalogProblem, findEntries } from '../catalog/index.ts';
import { wishlistProblem } from './wishlist-errors.ts';
import { countItems, findItem, insertItem, lockOwner } from './wishlist-repository.ts';

const wishlistCapacity = 500;

/**
 * A product that is on the list stays where it is.
 * @throws ProblemError `product-not-found`, `wishlist-full`, `account-gone`
 */
export async function addToWishlist(
  db: Database,
  { userId, productId }: { userId: string; productId: number },
): Promise<{ item: WishlistItem; isNew: boolean }> {
  return withTransaction(db, async (tx) => {
    const product = (await findEntries(tx, [productId])).get(productId)?.product;
    if (!product) throw catalogProblem('product-not-found', `No product ${productId} is listed.`);
    if (!(await lockOwner(tx, userId))) throw wishlistProblem('account-gone');
    const known = await findItem(tx, userId, productId);
    if (known) return { item: { product, added_at: presentTime(known.addedAt) }, isNew: false };
    if ((await countItems(tx, userId)) >= wishlistCapacity)
      throw wishlistProblem('wishlist-full', `It holds ${wishlistCapacity} products: remove one first.`);
    await insertItem(tx, userId, productId);
    const added = await findItem(tx, userId, productId);
    return { item: { product, added_at: presentTime(added!.addedAt) }, isNew: true };
  });
}
