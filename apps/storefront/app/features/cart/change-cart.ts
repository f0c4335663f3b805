import type { Cart, CartNotice, Problem } from '@kindred/contracts';
import type { ApiAnswers, Attempt } from '../../shared/api-answers.ts';
import { messageOf } from '../../shared/form-errors.ts';
import { type CartChange, mostOfOne } from './cart-change.ts';

/** The result of a change, as the page shows it. */
export interface CartAnswer {
  kind: CartChange['kind'];
  productId: number | undefined;
  /** Why the shop did not make the change. */
  refusal?: { message: string; code: string; status: number } | undefined;
  /** Messages about the change, such as that the quantity was reduced because few are left. */
  notices: CartNotice[];
  itemCount: number | undefined;
  /** The line of the product, if it is in the cart. */
  line: Pick<Cart['items'][number], 'quantity' | 'subtotal' | 'unit_price'> | undefined;
}

/** A form that a browser without JavaScript sent, and why the shop refused it. */
export interface RefusedForm {
  answer: CartAnswer;
  /** As typed. */
  code: string;
}

type Api = ApiAnswers['api'];

const noProduct: Problem = {
  type: 'about:blank',
  status: 400,
  code: 'invalid-request',
  title: 'Choose a product',
};

const noCode: Problem = {
  type: 'about:blank',
  status: 422,
  code: 'invalid-request',
  title: 'Enter a promo code',
};

const noQuantity: Problem = {
  type: 'about:blank',
  status: 422,
  code: 'invalid-request',
  title: `Enter a quantity from 1 to ${mostOfOne}`,
};

export async function changeCart(
  { api, attempt }: Pick<ApiAnswers, 'api' | 'attempt'>,
  change: CartChange,
): Promise<CartAnswer> {
  const { kind, productId } = change;
  const { answer: cart, problem } = await attemptChange(api, attempt, change);
  const line = cart?.items.find(({ product }) => product.product_id === productId);
  return {
    kind,
    productId,
    refusal: problem && { message: messageOf(problem), code: problem.code, status: problem.status },
    notices: cart?.notices.filter((notice) => notice.product_id === productId) ?? [],
    itemCount: cart?.item_count,
    line: line && {
      quantity: line.quantity,
      subtotal: line.subtotal,
      unit_price: line.unit_price,
    },
  };
}

async function attemptChange(
  api: Api,
  attempt: ApiAnswers['attempt'],
  { kind, productId, quantity, was, code, country, searchId }: CartChange,
): Promise<Attempt<Cart>> {
  switch (kind) {
    case 'add-code':
      return code.trim() === '' ? { problem: noCode } : attempt(api.addPromoCode(code));
    case 'remove-code':
      return attempt(api.removePromoCode(code));
    case 'choose-country':
      return attempt(api.changeCart({ country }));
    default:
  }
  if (productId === undefined) return { problem: noProduct };
  switch (kind) {
    case 'add':
      if (quantity === undefined) return { problem: noQuantity };
      return attempt(api.addToCart(productId, quantity, { searchId }));
    case 'set-quantity':
      if (quantity === undefined) return { problem: noQuantity };
      return setQuantity(api, attempt, { productId, quantity, isPutBack: was === 0 });
    case 'save-for-later':
      return attempt(api.saveForLater(productId));
    case 'move-to-cart':
      return attempt(api.moveToCart(productId));
    case 'remove-saved':
      return attempt(api.removeSaved(productId));
    case 'move-to-wishlist':
      return attempt(api.addToWishlist(productId).then(() => api.removeFromCart(productId)));
    default:
      return kind satisfies never;
  }
}

/** If the shopper undoes a removal, the line no longer exists: the product is added again. */
async function setQuantity(
  api: Api,
  attempt: ApiAnswers['attempt'],
  { productId, quantity, isPutBack }: { productId: number; quantity: number; isPutBack: boolean },
): Promise<Attempt<Cart>> {
  const changed = await attempt(api.changeQuantity(productId, quantity));
  const isGone = changed.problem?.code === 'not-in-cart';
  return isGone && isPutBack ? attempt(api.addToCart(productId, quantity)) : changed;
}
