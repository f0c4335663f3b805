import {
  AddPromoCode,
  AddToCart,
  Cart,
  CartChange,
  CartQuery,
  CartTokenHeader,
  ChangeQuantity,
  NewCart,
} from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../platform/http/api.ts';
import { chooseCountry, forgetMerge } from './cart-details.ts';
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

const itemParams = Type.Object({ product_id: Type.Integer({ minimum: 1, maximum: 2147483647 }) });
const promoParams = Type.Object({ code: Type.String({ maxLength: 60 }) });

/** Every answer is the whole cart. What a request says about prices is ignored. */
export function cartRoutes(carts: Carts, { secret }: { secret: string }): ApiPlugin {
  const answers = { tags: ['cart'], headers: CartTokenHeader, response: { 200: Cart } };

  return async (app) => {
    app.get(
      '/cart',
      { schema: { ...answers, summary: 'The cart, at today’s prices', querystring: CartQuery } },
      async (request) => readCart(carts, knownCartOwner(request), request.query),
    );

    app.patch(
      '/cart',
      { schema: { ...answers, summary: 'Say which country it goes to', body: CartChange } },
      async (request, reply) => chooseCountry(carts, cartOwner(request, reply), request.body.country),
    );

    app.delete(
      '/cart/merge',
      { schema: { ...answers, summary: 'That a log-in put two carts together has been shown' } },
      async (request, reply) => forgetMerge(carts, cartOwner(request, reply)),
    );

    app.post(
      '/cart',
      {
        schema: {
          tags: ['cart'],
          summary: 'A cart for a program without cookies; its token names it in the header X-Cart-Token',
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
      { schema: { ...answers, summary: 'Put a product into the cart', body: AddToCart } },
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
          summary: 'Change how many; 0 removes',
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
      { schema: { ...answers, summary: 'Take a product out of the cart', params: itemParams } },
      async (request, reply) => removeFromCart(carts, cartOwner(request, reply), request.params.product_id),
    );

    app.post(
      '/cart/items/:product_id/save-for-later',
      { schema: { ...answers, summary: 'Put a product aside, out of the cart', params: itemParams } },
      async (request, reply) => saveForLater(carts, cartOwner(request, reply), request.params.product_id),
    );

    app.post(
      '/cart/saved/:product_id/move-to-cart',
      { schema: { ...answers, summary: 'Put what was saved for later into the cart', params: itemParams } },
      async (request, reply) => moveToCart(carts, cartOwner(request, reply), request.params.product_id),
    );

    app.delete(
      '/cart/saved/:product_id',
      { schema: { ...answers, summary: 'Forget what was saved for later', params: itemParams } },
      async (request, reply) => removeSaved(carts, cartOwner(request, reply), request.params.product_id),
    );

    app.post(
      '/cart/promo',
      {
        // Codes are not there to be guessed, on the shop's own pages neither.
        config: { rateLimit: { max: 30, timeWindow: '1 minute', allowList: [] } },
        schema: { ...answers, summary: 'Use a promo code', body: AddPromoCode },
      },
      async (request, reply) => addPromoCode(carts, cartOwner(request, reply), request.body.code),
    );

    app.delete(
      '/cart/promo/:code',
      { schema: { ...answers, summary: 'Take a promo code out again', params: promoParams } },
      async (request, reply) => removePromoCodes(carts, cartOwner(request, reply), request.params.code),
    );

    app.delete(
      '/cart/promo',
      { schema: { ...answers, summary: 'Take all promo codes out again' } },
      async (request, reply) => removePromoCodes(carts, cartOwner(request, reply)),
    );
  };
}
