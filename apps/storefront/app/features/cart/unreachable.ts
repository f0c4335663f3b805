import { unreachableText } from '../../shared/form-errors.ts';
import type { CartChange } from './cart-change.ts';
import type { CartAnswer } from './change-cart.ts';

/** For a change that never came to the shop, or whose answer never came back. */
export function unreachable(change: CartChange | undefined): CartAnswer {
  return {
    kind: change?.kind ?? 'add',
    productId: change?.productId,
    refusal: {
      code: 'unreachable',
      status: 503,
      message: unreachableText,
    },
    notices: [],
    itemCount: undefined,
    line: undefined,
  };
}
