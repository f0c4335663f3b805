import type { CartMerge } from '@kindred/contracts';
import { type CartOwner, emptyCart, type StoredCart } from '../../ports/cart-store.ts';
import { findOffers } from '../catalog/index.ts';
import { mergeCarts } from './cart.ts';
import { sellableOf } from './present-cart.ts';
import type { Carts } from './read-cart.ts';

const isEmpty = ({ lines, promoCodes }: StoredCart) => lines.length === 0 && promoCodes.length === 0;

/** What a browser collected before somebody logged in moves into their own cart, in one transaction. Undefined: nothing did. */
export async function mergeCartAtLogin(
  { db, cartStore }: Carts,
  { userId, visitorId }: { userId: string; visitorId: string | undefined },
): Promise<CartMerge | undefined> {
  if (visitorId === undefined) return undefined;
  const owners: readonly [CartOwner, CartOwner] = [
    { kind: 'visitor', visitorId },
    { kind: 'user', userId },
  ];
  const before = await Promise.all(owners.map((owner) => cartStore.read(owner)));
  const offers = await findOffers(
    db,
    before.flatMap(({ lines }) => lines.map(({ productId }) => productId)),
  );
  const sellables = new Map([...offers].map(([productId, offer]) => [productId, sellableOf(offer)]));
  let merge: CartMerge | undefined;
  await cartStore.updateBoth(owners, ([visitor, user]) => {
    merge = undefined;
    if (isEmpty(visitor)) return [visitor, user];
    const { cart, lines } = mergeCarts({ visitor, user }, sellables);
    merge = {
      promo_codes: [...cart.promoCodes],
      lines: lines.map((line) => ({
        product_id: line.productId,
        title: offers.get(line.productId)?.product.title ?? null,
        from_visitor: line.fromVisitor,
        from_user: line.fromUser,
        quantity: line.quantity,
        clamped: line.isClamped,
      })),
    };
    return [emptyCart, cart];
  });
  return merge;
}
