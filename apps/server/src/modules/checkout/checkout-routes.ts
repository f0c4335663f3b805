import {
  CartTokenHeader,
  Checkout,
  CheckoutDetails,
  Confirmation,
  ConfirmCheckout,
  type PostalAddress,
} from '@kindred/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../platform/http/api.ts';
import { answerOnce, IdempotencyHeaders } from '../../platform/http/idempotency.ts';
import type { CartOwner } from '../../ports/cart-store.ts';
import type { PostalAddressColumn } from '../../tables/index.ts';
import { cartOwner } from '../cart/index.ts';
import { findOrder, presentOrder, signOrderAccess } from '../orders/index.ts';
import { declineMessage, findPayment } from '../payments/index.ts';
import { listShippingMethods } from '../pricing/index.ts';
import { type Checkout as OpenCheckout, ownerKey } from './checkout.ts';
import type { CheckoutContext } from './checkout-context.ts';
import { checkoutProblem } from './checkout-errors.ts';
import { findOpenCheckout, openCheckout, saveDetails } from './checkout-repository.ts';
import { confirmCheckout } from './confirm-checkout.ts';
import { presentCheckout } from './present-checkout.ts';
import { priceBasket } from './price-basket.ts';

/** Every field is there, whatever was left out. */
function wholeAddress(address: PostalAddress): PostalAddressColumn {
  return { line2: '', region: '', postal_code: '', phone: '', ...address };
}

function detailsOf(body: CheckoutDetails) {
  return {
    ...(body.email !== undefined && { email: body.email.trim() }),
    ...(body.shipping_address && { shippingAddress: wholeAddress(body.shipping_address) }),
    ...(body.shipping_method_id !== undefined && { shippingMethodId: body.shipping_method_id }),
  };
}

export function checkoutRoutes(context: CheckoutContext): ApiPlugin {
  const { orders, cartStore, clock, onStep } = context;
  const { db } = orders;

  async function present(checkout: OpenCheckout) {
    const { lines, promoCodes } = await cartStore.read(checkout.owner);
    const basket = await priceBasket(db, { checkout, lines, promoCodes, now: clock() });
    const methods = await listShippingMethods(db, {
      country: checkout.shippingAddress?.country,
      currency: basket.quote.currency,
    });
    return presentCheckout(checkout, basket, methods);
  }

  async function save(owner: CartOwner, body: CheckoutDetails): Promise<OpenCheckout> {
    const saved = await saveDetails(db, owner, detailsOf(body));
    if (saved) return saved;
    const current = await findOpenCheckout(db, owner);
    if (!current) throw checkoutProblem('checkout-not-found');
    throw checkoutProblem('checkout-being-paid', 'Wait for the payment, or cancel the order.');
  }

  async function confirmation(orderId: string) {
    const order = (await findOrder(db, orderId))!;
    if (order.cancelledBecause === 'payment-unavailable')
      throw checkoutProblem('payment-unavailable', 'Nothing was charged. Please try again in a minute.');
    const payment = (await findPayment(db, orderId))!;
    if (order.status === 'Cancelled')
      throw checkoutProblem('payment-declined', declineMessage(payment.failureCode));
    return {
      status: order.paymentStatus === 'paid' ? 201 : 202,
      body: {
        order: presentOrder(order),
        access_token: await signOrderAccess(orders.secret, orderId),
        next_action: payment.nextAction && {
          ...(payment.nextAction.redirectUrl && { redirect_url: payment.nextAction.redirectUrl }),
          ...(payment.nextAction.clientSecret && { client_secret: payment.nextAction.clientSecret }),
        },
      },
    };
  }

  return async (app) => {
    app.post(
      '/checkout',
      {
        schema: {
          tags: ['checkout'],
          summary: 'Begin the checkout of the cart, or go on with it',
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
        const checkout = isGiven ? await save(owner, request.body) : opened;
        return reply.status(201).send(await present(checkout));
      },
    );

    app.get(
      '/checkout',
      {
        schema: {
          tags: ['checkout'],
          summary: 'The checkout that is not done',
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
          summary: 'Fill in the address, the way of sending, the e-mail address',
          headers: CartTokenHeader,
          body: CheckoutDetails,
          response: { 200: Checkout },
        },
      },
      async (request, reply) => present(await save(cartOwner(request, reply), request.body)),
    );

    app.post(
      '/checkout/confirm',
      {
        schema: {
          tags: ['checkout'],
          summary: 'Place the order and pay. 202: the payment needs a second step or is under way',
          headers: Type.Object({ ...IdempotencyHeaders.properties, ...CartTokenHeader.properties }),
          body: ConfirmCheckout,
          response: { 201: Confirmation, 202: Confirmation },
        },
      },
      async (request, reply) => {
        const owner = cartOwner(request, reply);
        const { checkout_id, payment_method, expected_total } = request.body;
        const { status, body } = await answerOnce({ db, request, owner: ownerKey(owner) }, async () =>
          confirmation(
            await confirmCheckout(context, {
              owner,
              checkoutId: checkout_id,
              expectedTotal: expected_total,
              method: payment_method,
            }),
          ),
        );
        await onStep('answered', body.order.order_id);
        return reply.status(status as 201).send(body);
      },
    );
  };

  async function current(request: FastifyRequest, reply: FastifyReply): Promise<OpenCheckout> {
    const checkout = await findOpenCheckout(db, cartOwner(request, reply));
    if (!checkout) throw checkoutProblem('checkout-not-found');
    return checkout;
  }
}
