import type { BuyAgainAnswer } from '@kindred/contracts';
import type { CartOwner } from '../../../ports/cart-store.ts';
import { type AddedLine, addAllToCart, type Carts, maximumQuantity } from '../cart/index.ts';
import type { Order } from './order.ts';

const sentences: Readonly<Record<NonNullable<AddedLine['refusal']>, string>> = {
  'not-listed': 'We no longer sell it.',
  'not-for-sale': 'It is not available right now.',
  'out-of-stock': 'It is out of stock.',
  'mixed-currencies': 'Your cart has prices in another currency.',
  'cart-full': 'Your cart is full.',
};

/** Puts the products of an order into a cart, up to the stock, and reports what it left out and why. */
export async function buyAgain(
  carts: Carts,
  owner: CartOwner,
  { order, productIds }: { order: Order; productIds: readonly number[] | undefined },
): Promise<BuyAgainAnswer> {
  const wanted = order.lines.filter(({ productId }) => productIds?.includes(productId) ?? true);
  const { cart, lines } = await addAllToCart(carts, owner, wanted, { isMore: true });
  return {
    cart,
    added: lines.filter(({ got }) => got > 0).map((line) => named(line, line.got)),
    left_out: lines
      .filter(({ got, quantity }) => got < quantity)
      .map((line) => ({ ...named(line, line.quantity - line.got), ...whyNot(line) })),
  };
}

function named({ productId, title }: AddedLine, quantity: number) {
  return { product_id: productId, title, quantity };
}

function whyNot({ refusal, inCart }: AddedLine): { reason: string; message: string } {
  if (refusal === 'not-listed') return { reason: 'product-not-found', message: sentences[refusal] };
  if (refusal) return { reason: refusal, message: sentences[refusal] };
  return {
    reason: 'fewer-left',
    message:
      inCart === maximumQuantity
        ? `You can order at most ${maximumQuantity} of it.`
        : `Your cart already has all that we have left: ${inCart}.`,
  };
}
