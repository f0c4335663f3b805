import { unreachableText } from '../../shared/form-errors.ts';
import type { CartChange } from './cart-change.ts';
import type { CartAnswer } from './change-cart.ts';

/** The answer to a change when the shop cannot be reached. */
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
