import type { WishlistToCart } from '@kindred/contracts';

export interface NotAdded {
  readonly productId: number;
  /** “Hearthline Mug: out of stock” */
  readonly text: string;
}

const reasons: Record<WishlistToCart['not_added'][number]['reason'], string> = {
  'not-for-sale': 'not for sale',
  'out-of-stock': 'out of stock',
  'mixed-currencies': 'priced in a different currency from your cart',
  'cart-full': 'your cart is full',
};

/** The result of adding all products of a wishlist to the cart, in words. */
export function cartSummary({
  added,
  already_in_cart: already,
  not_added: notAdded,
}: Omit<WishlistToCart, 'cart'>): { message: string; notAdded: NotAdded[] } {
  const parts = [
    added.length > 0 && `${products(added.length)} added to your cart.`,
    already.length > 0 &&
      `${already.length === 1 ? '1 was' : `${already.length} were`} already in ${added.length > 0 ? 'it' : 'your cart'}.`,
    notAdded.length > 0 && `${products(notAdded.length)} could not be added.`,
  ].filter((part) => part !== false);
  return {
    message: parts.length > 0 ? parts.join(' ') : 'Your wishlist is empty.',
    notAdded: notAdded.map(({ product_id: productId, title, reason }) => ({
      productId,
      text: `${title}: ${reasons[reason]}`,
    })),
  };
}

const products = (count: number) => `${count} ${count === 1 ? 'product' : 'products'}`;
