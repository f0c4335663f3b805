import type { BuyAgainAnswer } from '@kindred/contracts';
import { ProblemError } from '../../platform/http/problem.ts';
import type { CartOwner } from '../../ports/cart-store.ts';
import { addToCart, type Carts, readCart } from '../cart/index.ts';
import type { Order, OrderLine } from './order.ts';

/** What the cart says of a product is no failure of the whole. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['product-not-found', 'We do not sell it any more.'],
  ['not-for-sale', 'It cannot be bought at the moment.'],
  ['out-of-stock', 'It is out of stock.'],
  ['mixed-currencies', 'Your cart holds prices in another currency.'],
  ['cart-full', 'Your cart is full.'],
]);

/** Puts what was ordered into a cart, as much as there is of it, and says what it left out and why. */
export async function buyAgain(
  carts: Carts,
  owner: CartOwner,
  { order, productIds }: { order: Order; productIds: readonly number[] | undefined },
): Promise<BuyAgainAnswer> {
  const wanted = order.lines.filter(({ productId }) => productIds?.includes(productId) ?? true);
  let cart = await readCart(carts, owner);
  const added: BuyAgainAnswer['added'] = [];
  const left_out: BuyAgainAnswer['left_out'] = [];
  for (const line of wanted) {
    const { productId, quantity } = line;
    const unitsOf = (one: typeof cart) =>
      one.items.find(({ product }) => product.product_id === productId)?.quantity ?? 0;
    const before = unitsOf(cart);
    try {
      cart = await addToCart(carts, owner, { productId, quantity: Math.min(quantity, 99) });
    } catch (error) {
      const message = error instanceof ProblemError ? reasons.get(error.problem.code) : undefined;
      if (message === undefined) throw error;
      left_out.push({ ...named(line, quantity), reason: (error as ProblemError).problem.code, message });
      continue;
    }
    const got = Math.max(0, unitsOf(cart) - before);
    if (got > 0) added.push(named(line, got));
    if (got < quantity)
      left_out.push({
        ...named(line, quantity - got),
        reason: 'fewer-left',
        message: `Your cart holds all that there is: ${unitsOf(cart)}.`,
      });
  }
  return { cart, added, left_out };
}

function named({ productId, title }: OrderLine, quantity: number) {
  return { product_id: productId, title, quantity };
}
