import { BuyAgain, BuyAgainAnswer, CartTokenHeader } from '@kindred/contracts';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { type Carts, cartOwner, cartProblem } from '../cart/index.ts';
import { buyAgain } from './buy-again.ts';
import { accessQuery, orderFinder, orderParams } from './find-their-order.ts';
import type { OrderContext } from './order-context.ts';
import { orderProblem } from './order-errors.ts';

export function buyAgainRoutes(context: OrderContext, { carts }: { carts: Carts }): ApiPlugin {
  const orderOf = orderFinder(context);
  return async (app) => {
    app.post(
      '/orders/:id/buy-again',
      {
        schema: {
          tags: ['orders'],
          operationId: 'buyAgain',
          asker: 'order',
          permission: 'cart:write',
          summary: 'Put the products of an order into the cart, up to the stock',
          description:
            'The cart has current prices. Products that can no longer be bought are left out, with the reason.',
          problems: [...orderProblem.known('order-not-found'), ...cartProblem.known('account-gone')],
          answers: { 200: 'The cart, with the products that were added and those that were left out' },
          params: orderParams,
          querystring: accessQuery,
          headers: CartTokenHeader,
          body: BuyAgain,
          response: { 200: BuyAgainAnswer },
        },
      },
      async (request, reply) => {
        const order = await orderOf(request);
        const productIds = request.body.product_ids;
        return buyAgain(carts, cartOwner(request, reply), { order, productIds });
      },
    );
  };
}
