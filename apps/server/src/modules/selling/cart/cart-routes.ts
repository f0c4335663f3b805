import {
  AddPromoCode,
  AddToCart,
  AskedProductId,
  Cart,
  CartChange,
  CartQuery,
  CartTokenHeader,
  ChangeQuantity,
  NewCart,
} from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { catalogProblem } from '../../catalogue/catalog/index.ts';
import { chooseCountry, forgetMerge } from './cart-details.ts';
import { cartProblem, promoProblem } from './cart-errors.ts';
import { cartOwner, knownCartOwner } from './cart-owner.ts';
import { createNamedCart } from './cart-token.ts';
import {
  addToCart,
  changeQuantity,
  moveToCart,
  removeFromCart,
  removeSaved,
  saveForLater,
} from './change-cart.ts';
import { addPromoCode, removePromoCodes } from './change-promo-codes.ts';
import { type Carts, readCart } from './read-cart.ts';

const itemParams = Type.Object({ product_id: AskedProductId });
const promoParams = Type.Object({ code: Type.String({ maxLength: 60, description: 'The promo code' }) });

/** Every answer is the whole cart. What a request says about prices is ignored. */
export function cartRoutes(carts: Carts, { secret }: { secret: string }): ApiPlugin {
  const answers = { tags: ['cart'], headers: CartTokenHeader, response: { 200: Cart } };

  return async (app) => {
    app.get(
      '/cart',
      {
        schema: {
          ...answers,
          operationId: 'getCart',
          asker: 'visitor',
          summary: 'The cart, at today’s prices',
          description:
            'Without a cart it is an empty one. `notices` says what has changed since its owner last looked.',
          answers: { 200: 'The cart' },
          querystring: CartQuery,
        },
      },
      async (request) => readCart(carts, knownCartOwner(request), request.query),
    );

    app.patch(
      '/cart',
      {
        schema: {
          ...answers,
          operationId: 'changeCart',
          asker: 'visitor',
          summary: 'Say which country it goes to',
          description: 'Remembered with the cart; the estimate is for it.',
          problems: [...cartProblem.known('account-gone')],
          body: CartChange,
        },
      },
      async (request, reply) => chooseCountry(carts, cartOwner(request, reply), request.body.country),
    );

    app.delete(
      '/cart/merge',
      {
        schema: {
          ...answers,
          operationId: 'forgetCartMerge',
          asker: 'visitor',
          summary: 'That a log-in put two carts together has been shown',
          description: '`merged_item_count` is null from then on.',
          problems: [...cartProblem.known('account-gone')],
        },
      },
      async (request, reply) => forgetMerge(carts, cartOwner(request, reply)),
    );

    app.post(
      '/cart',
      {
        schema: {
          tags: ['cart'],
          operationId: 'createCart',
          asker: 'visitor',
          summary: 'A cart for a program without cookies; its token names it in the header X-Cart-Token',
          description: 'It is kept from the first product on.',
          answers: { 201: 'The empty cart, with its id and its token' },
          response: { 201: NewCart },
        },
      },
      async (_request, reply) => {
        const { cartId, token, visitorId } = createNamedCart(secret);
        const cart = await readCart(carts, { kind: 'visitor', visitorId });
        return reply.status(201).send({ cart_id: cartId, cart_token: token, ...cart });
      },
    );

    app.post(
      '/cart/items',
      {
        schema: {
          ...answers,
          operationId: 'addToCart',
          asker: 'visitor',
          summary: 'Put a product into the cart',
          description:
            'What is in the cart already becomes more. There is never more than can be bought: `notices` says where it is less than was asked for.',
          problems: [
            ...catalogProblem.known('product-not-found'),
            ...cartProblem.known(
              'not-for-sale',
              'out-of-stock',
              'mixed-currencies',
              'cart-full',
              'account-gone',
            ),
          ],
          body: AddToCart,
        },
      },
      async (request, reply) => {
        const { product_id: productId, quantity = 1, search_id: searchId } = request.body;
        return addToCart(carts, cartOwner(request, reply), { productId, quantity, searchId });
      },
    );

    app.patch(
      '/cart/items/:product_id',
      {
        schema: {
          ...answers,
          operationId: 'changeCartItem',
          asker: 'visitor',
          summary: 'Change how many; 0 removes',
          description:
            'There is never more than can be bought: `notices` says where it is less than was asked for.',
          problems: [
            ...catalogProblem.known('product-not-found'),
            ...cartProblem.known('not-in-cart', 'not-for-sale', 'out-of-stock', 'account-gone'),
          ],
          params: itemParams,
          body: ChangeQuantity,
        },
      },
      async (request, reply) =>
        changeQuantity(carts, cartOwner(request, reply), {
          productId: request.params.product_id,
          quantity: request.body.quantity,
        }),
    );

    app.delete(
      '/cart/items/:product_id',
      {
        schema: {
          ...answers,
          operationId: 'removeFromCart',
          asker: 'visitor',
          summary: 'Take a product out of the cart',
          description: 'What is not in the cart needs no removing.',
          problems: [...cartProblem.known('account-gone')],
          params: itemParams,
        },
      },
      async (request, reply) => removeFromCart(carts, cartOwner(request, reply), request.params.product_id),
    );

    app.post(
      '/cart/items/:product_id/save-for-later',
      {
        schema: {
          ...answers,
          operationId: 'saveForLater',
          asker: 'visitor',
          summary: 'Put a product aside, out of the cart',
          description: 'It is not bought with the rest, and waits in `saved_items`.',
          problems: [...cartProblem.known('not-in-cart', 'saved-full', 'account-gone')],
          params: itemParams,
        },
      },
      async (request, reply) => saveForLater(carts, cartOwner(request, reply), request.params.product_id),
    );

    app.post(
      '/cart/saved/:product_id/move-to-cart',
      {
        schema: {
          ...answers,
          operationId: 'moveToCart',
          asker: 'visitor',
          summary: 'Put what was saved for later into the cart',
          description: 'As many as were put aside, as far as they can be bought.',
          problems: [
            ...catalogProblem.known('product-not-found'),
            ...cartProblem.known(
              'not-saved',
              'not-for-sale',
              'out-of-stock',
              'mixed-currencies',
              'cart-full',
              'account-gone',
            ),
          ],
          params: itemParams,
        },
      },
      async (request, reply) => moveToCart(carts, cartOwner(request, reply), request.params.product_id),
    );

    app.delete(
      '/cart/saved/:product_id',
      {
        schema: {
          ...answers,
          operationId: 'removeSaved',
          asker: 'visitor',
          summary: 'Forget what was saved for later',
          description: 'What is not saved needs no removing.',
          problems: [...cartProblem.known('account-gone')],
          params: itemParams,
        },
      },
      async (request, reply) => removeSaved(carts, cartOwner(request, reply), request.params.product_id),
    );

    app.post(
      '/cart/promo',
      {
        // Codes are not there to be guessed, on the shop's own pages neither.
        config: { rateLimit: { max: 30, timeWindow: '1 minute', allowList: [] } },
        schema: {
          ...answers,
          operationId: 'addPromoCode',
          asker: 'visitor',
          summary: 'Use a promo code',
          description:
            'A code that does not count now is refused with the reason; one that stops counting later is among `breakdown.refused`.',
          problems: [
            ...cartProblem.known('cart-empty', 'too-many-codes', 'account-gone'),
            ...promoProblem.known(),
          ],
          body: AddPromoCode,
        },
      },
      async (request, reply) => addPromoCode(carts, cartOwner(request, reply), request.body.code),
    );

    app.delete(
      '/cart/promo/:code',
      {
        schema: {
          ...answers,
          operationId: 'removePromoCode',
          asker: 'visitor',
          summary: 'Take a promo code out again',
          description: 'One that is not in use needs no removing.',
          problems: [...cartProblem.known('account-gone')],
          params: promoParams,
        },
      },
      async (request, reply) => removePromoCodes(carts, cartOwner(request, reply), request.params.code),
    );

    app.delete(
      '/cart/promo',
      {
        schema: {
          ...answers,
          operationId: 'removePromoCodes',
          asker: 'visitor',
          summary: 'Take all promo codes out again',
          description: 'The cart costs what it does without them.',
          problems: [...cartProblem.known('account-gone')],
        },
      },
      async (request, reply) => removePromoCodes(carts, cartOwner(request, reply)),
    );
  };
}
