import {
  CartTokenHeader,
  Checkout,
  CheckoutDetails,
  Confirmation,
  ConfirmCheckout,
  SettleCheckout,
} from '@kindred/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { answerOnce, IdempotencyHeaders } from '../../../platform/http/idempotency.ts';
import { cartOwner } from '../cart/index.ts';
import { findOrder, presentOrder, settleOrder, signOrderAccess } from '../orders/index.ts';
import { findPayment } from '../payments/index.ts';
import { type Checkout as OpenCheckout, ownerKey } from './checkout.ts';
import type { CheckoutContext } from './checkout-context.ts';
import { checkoutProblem } from './checkout-errors.ts';
import { becameOrder, findOpenCheckout, openCheckout } from './checkout-repository.ts';
import { confirmCheckout } from './confirm-checkout.ts';
import { fillCheckout } from './save-details.ts';
import { failureText, presentNextAction, viewCheckout } from './view-checkout.ts';

/** The stored part of an answer. A repeated request returns the current order. Earlier versions stored the whole answer. */
type PlacedOrder = { readonly order_id: string } | { readonly order: { readonly order_id: string } };

const orderIdOf = (placed: PlacedOrder) => ('order' in placed ? placed.order.order_id : placed.order_id);

export function checkoutRoutes(context: CheckoutContext): ApiPlugin {
  const { orders, cartStore, onStep } = context;
  const { db } = orders;

  const present = (checkout: OpenCheckout) => viewCheckout(context, checkout);

  async function confirmation(orderId: string) {
    const order = (await findOrder(db, orderId))!;
    if (order.cancelledBecause === 'payment-unavailable')
      throw checkoutProblem(
        'payment-unavailable',
        'You have not been charged. Please try again in a minute.',
      );
    const payment = (await findPayment(db, orderId))!;
    if (order.paymentStatus === 'failed' || order.paymentStatus === 'cancelled')
      throw checkoutProblem('payment-declined', failureText(order.cancelledBecause, payment.failureCode));
    const isUnderWay = order.paymentStatus === 'pending' || order.paymentStatus === 'action-required';
    return {
      status: isUnderWay ? 202 : 201,
      body: {
        order: presentOrder(order, orders.clock()),
        access_token: await signOrderAccess(orders.secret, orderId),
        next_action: presentNextAction(payment.nextAction),
      },
    };
  }

  return async (app) => {
    app.post(
      '/checkout',
      {
        schema: {
          tags: ['checkout'],
          operationId: 'beginCheckout',
          asker: 'visitor',
          permission: 'checkout:write',
          summary: 'Begin or continue the checkout of the cart',
          description:
            'Each owner has one checkout at a time. The body fills in details; `missing` lists the details that are still needed.',
          problems: [
            ...checkoutProblem.known(
              'cart-empty',
              'account-gone',
              'checkout-not-found',
              'checkout-being-paid',
              'not-for-sale',
              'mixed-currencies',
              'payment-unavailable',
            ),
          ],
          answers: { 201: 'The checkout, with its total' },
          headers: CartTokenHeader,
          body: CheckoutDetails,
          response: { 201: Checkout },
        },
      },
      async (request, reply) => {
        const owner = cartOwner(request, reply);
        const { lines } = await cartStore.read(owner);
        if (lines.length === 0) throw checkoutProblem('cart-empty');
        const opened = await openCheckout(db, owner);
        if (!opened) throw checkoutProblem('account-gone');
        const isGiven = Object.keys(request.body).length > 0;
        const checkout = isGiven ? await fillCheckout(orders, owner, request.body) : opened;
        return reply.status(201).send(await present(checkout));
      },
    );

    app.get(
      '/checkout',
      {
        schema: {
          tags: ['checkout'],
          operationId: 'getCheckout',
          asker: 'visitor',
          permission: 'checkout:write',
          summary: 'Show the unfinished checkout',
          description: 'It has current prices; `notices` lists what has changed since the shopper chose.',
          problems: [
            ...checkoutProblem.known('checkout-not-found', 'cart-empty', 'not-for-sale', 'mixed-currencies'),
          ],
          answers: { 200: 'The checkout' },
          headers: CartTokenHeader,
          response: { 200: Checkout },
        },
      },
      async (request, reply) => present(await current(request, reply)),
    );

    app.patch(
      '/checkout',
      {
        schema: {
          tags: ['checkout'],
          operationId: 'fillCheckout',
          asker: 'visitor',
          permission: 'checkout:write',
          summary: 'Fill in email address, postal address, shipping method and payment method',
          description: 'One request may fill in all details or only some. Fields that it leaves out stay.',
          problems: [
            ...checkoutProblem.known(
              'checkout-not-found',
              'checkout-being-paid',
              'cart-empty',
              'not-for-sale',
              'mixed-currencies',
              'payment-unavailable',
            ),
          ],
          answers: { 200: 'The changed checkout' },
          headers: CartTokenHeader,
          body: CheckoutDetails,
          response: { 200: Checkout },
        },
      },
      async (request, reply) => present(await fillCheckout(orders, cartOwner(request, reply), request.body)),
    );

    app.post(
      '/checkout/confirm',
      {
        schema: {
          tags: ['checkout'],
          operationId: 'confirmCheckout',
          asker: 'visitor',
          permission: 'checkout:write',
          summary: 'Place the order and pay (202: the payment needs a second step or is under way)',
          description:
            'Nothing is charged unless everything is as the shopper was shown it; `expected_total` is the total that was shown. After `next_action`, or while the payment is under way, `POST /checkout/settle` returns its state.',
          problems: [
            ...checkoutProblem.known(
              'checkout-not-found',
              'account-gone',
              'checkout-incomplete',
              'checkout-being-paid',
              'cart-empty',
              'not-for-sale',
              'mixed-currencies',
              'out-of-stock',
              'promo-refused',
              'shipping-method-unavailable',
              'cart-changed',
              'total-changed',
              'payment-declined',
              'payment-unavailable',
            ),
          ],
          answers: {
            201: 'The order is placed and paid',
            202: 'The order is placed; its payment needs a second step or is under way',
          },
          headers: Type.Object({ ...IdempotencyHeaders.properties, ...CartTokenHeader.properties }),
          body: ConfirmCheckout,
          response: { 201: Confirmation, 202: Confirmation },
        },
      },
      async (request, reply) => {
        const owner = cartOwner(request, reply);
        const { checkout_id, payment_method, expected_total, shown } = request.body;
        let first: Awaited<ReturnType<typeof confirmation>> | undefined;
        const placed = await answerOnce({ db, request, owner: ownerKey(owner) }, async () => {
          const orderId = await confirmCheckout(context, {
            owner,
            checkoutId: checkout_id,
            expectedTotal: expected_total,
            method: payment_method,
            shown,
          });
          first = await confirmation(orderId);
          return { status: first.status, body: { order_id: orderId } as PlacedOrder };
        });
        const { status, body } = first ?? (await confirmation(orderIdOf(placed.body)));
        await onStep('answered', body.order.order_id);
        return reply.status(status as 201).send(body);
      },
    );

    app.post(
      '/checkout/settle',
      {
        schema: {
          tags: ['checkout'],
          operationId: 'settleCheckout',
          asker: 'visitor',
          permission: 'checkout:write',
          summary:
            'Ask the provider for the state of the payment, after a second step elsewhere (202: it is under way)',
          description: 'Only for the order of the caller’s own checkout. The request may be repeated.',
          problems: [...checkoutProblem.known('order-not-found', 'payment-declined', 'payment-unavailable')],
          answers: { 200: 'The order is paid', 202: 'The payment is still under way' },
          headers: CartTokenHeader,
          body: SettleCheckout,
          response: { 200: Confirmation, 202: Confirmation },
        },
      },
      async (request, reply) => {
        const { order_id } = request.body;
        if (!(await becameOrder(db, cartOwner(request, reply), order_id)))
          throw checkoutProblem('order-not-found');
        await settleOrder(orders, order_id);
        const { status, body } = await confirmation(order_id);
        return reply.status(status === 201 ? 200 : 202).send(body);
      },
    );
  };

  async function current(request: FastifyRequest, reply: FastifyReply): Promise<OpenCheckout> {
    const checkout = await findOpenCheckout(db, cartOwner(request, reply));
    if (!checkout) throw checkoutProblem('checkout-not-found');
    return checkout;
  }
}
