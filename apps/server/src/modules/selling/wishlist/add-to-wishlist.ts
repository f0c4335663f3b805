import type { WishlistItem } from '@kindred/contracts';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import type { CartOwner } from '../../../ports/cart-store.ts';
import { catalogProblem, findEntries } from '../../catalogue/catalog/index.ts';
import { watchWished } from '../notices/index.ts';
import { presentItem } from './list-wishlist.ts';
import { wishlistProblem } from './wishlist-errors.ts';
import { countItems, findItem, insertItem, lockWishlist } from './wishlist-repository.ts';

const wishlistCapacity = 500;

/**
 * Adds a product. A product that is already on the list keeps its position.
 * @throws ProblemError `product-not-found`, `wishlist-full`, `account-gone`
 */
export async function addToWishlist(
  db: Database,
  { owner, productId }: { owner: CartOwner; productId: number },
): Promise<{ item: WishlistItem; isNew: boolean }> {
  return withTransaction(db, async (tx) => {
    const product = (await findEntries(tx, [productId])).get(productId)?.product;
    if (!product) throw catalogProblem('product-not-found', `No product ${productId} is listed.`);
    const wishlistId = await lockWishlist(tx, owner);
    if (wishlistId === undefined) throw wishlistProblem('account-gone');
    const known = await findItem(tx, wishlistId, productId);
    if (known) return { item: presentItem(known, product), isNew: false };
    if ((await countItems(tx, wishlistId)) >= wishlistCapacity)
      throw wishlistProblem(
        'wishlist-full',
        `A wishlist can have ${wishlistCapacity} products. Please remove one first.`,
      );
    await insertItem(tx, wishlistId, productId);
    if (owner.kind === 'user') await watchWished(tx, { userId: owner.userId, productIds: [productId] });
    const added = await findItem(tx, wishlistId, productId);
    return { item: presentItem(added!, product), isNew: true };
  });
}
