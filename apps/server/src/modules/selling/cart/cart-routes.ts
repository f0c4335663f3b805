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
import { mayTrack } from '../../../platform/http/may-track.ts';
import { isOptedOut } from '../../../platform/http/opt-out.ts';
import type { CartOwner } from '../../../ports/cart-store.ts';
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

export interface CartRouteOptions {
  readonly secret: string;
  /** Called after an owner who does not object to being tracked has put a product into the cart. */
  readonly onAdded: (owner: CartOwner, added: { productId: number; quantity: number }) => void;
}

/** Every answer is the whole cart. Prices in a request are ignored. */
export function cartRoutes(carts: Carts, { secret, onAdded }: CartRouteOptions): ApiPlugin {
  const answers = { tags: ['cart'], headers: CartTokenHeader, response: { 200: Cart } };

  return async (app) => {
    app.get(
      '/cart',
      {
        schema: {
          ...answers,
          operationId: 'getCart',
          asker: 'visitor',
          permission: 'cart:read',
          summary: 'Show the cart at current prices',
          description:
            'A caller without a cart gets an empty one. `notices` lists what has changed since the owner last saw the cart.',
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
          permission: 'cart:write',
          summary: 'Set the country of delivery',
          description: 'The cart remembers the country, and the estimate is for it.',
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
          permission: 'cart:write',
          summary: 'Confirm that the shopper has seen the merge of two carts',
          description: '`merged_item_count` is null afterwards.',
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
          permission: 'cart:write',
          summary: 'Create a cart for a program without cookies',
          description:
            'The program sends the cart’s token in the header X-Cart-Token. The shop stores the cart when it gets its first product.',
          answers: { 201: 'The empty cart, with its id and token' },
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
          permission: 'cart:write',
          summary: 'Add a product to the cart',
          description:
            'The quantity is added to the units that the cart already has. The cart never has more than can be bought: `notices` reports a lower quantity than requested.',
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
        const owner = cartOwner(request, reply);
        const cart = await addToCart(carts, owner, { productId, quantity, searchId });
        if (mayTrack(request, { hasOptedOut: isOptedOut(request) })) onAdded(owner, { productId, quantity });
        return cart;
      },
    );

    app.patch(
      '/cart/items/:product_id',
      {
        schema: {
          ...answers,
          operationId: 'changeCartItem',
          asker: 'visitor',
          permission: 'cart:write',
          summary: 'Change the quantity of a product; 0 removes it',
          description:
            'The cart never has more than can be bought: `notices` reports a lower quantity than requested.',
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
          permission: 'cart:write',
          summary: 'Remove a product from the cart',
          description: 'If the product is not in the cart, the request changes nothing.',
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
          permission: 'cart:write',
          summary: 'Save a product of the cart for later',
          description: 'The product moves to `saved_items` and is not bought with the rest.',
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
          permission: 'cart:write',
          summary: 'Move a saved product to the cart',
          description: 'The saved quantity is added, up to what can be bought.',
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
          permission: 'cart:write',
          summary: 'Remove a saved product',
          description: 'If the product is not saved, the request changes nothing.',
          problems: [...cartProblem.known('account-gone')],
          params: itemParams,
        },
      },
      async (request, reply) => removeSaved(carts, cartOwner(request, reply), request.params.product_id),
    );

    app.post(
      '/cart/promo',
      {
        // The limit also holds for the shop's own pages, because it prevents guessing codes.
        config: { rateLimit: { max: 30, timeWindow: '1 minute', allowList: [] } },
        schema: {
          ...answers,
          operationId: 'addPromoCode',
          asker: 'visitor',
          permission: 'cart:write',
          summary: 'Use a promo code',
          description:
            'The route rejects a code that does not apply now, with the reason. A code that stops applying later is listed in `breakdown.refused`.',
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
          permission: 'cart:write',
          summary: 'Remove a promo code',
          description: 'If the cart does not have the code, the request changes nothing.',
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
          permission: 'cart:write',
          summary: 'Remove all promo codes',
          description: 'The cart then has its price without codes.',
          problems: [...cartProblem.known('account-gone')],
        },
      },
      async (request, reply) => removePromoCodes(carts, cartOwner(request, reply)),
    );
  };
}
