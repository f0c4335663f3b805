import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../platform/http/api.ts';
import { createCsrfToken, registerCsrf } from '../../platform/http/csrf.ts';
import { sendPlainPage } from '../../platform/http/plain-page.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import { cancelOrder } from './cancel-order.ts';
import { isTheirOrder } from './find-their-order.ts';
import type { Order } from './order.ts';
import { signOrderAccess } from './order-access.ts';
import type { OrderContext } from './order-context.ts';
import { findOrderPage, orderPage, orderPageStyles } from './order-page.ts';
import { findOrder, findOrderByNumber } from './order-repository.ts';

const params = Type.Object({ id: Type.String({ maxLength: 64 }) });
const querystring = Type.Object({ access: Type.Optional(Type.String({ maxLength: 1_000 })) });
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type OrderRequest = FastifyRequest<{ Params: { id: string }; Querystring: { access?: string } }>;

/** Where mails and payments lead to, until the storefront has screens of its own. */
export function orderPageRoutes(context: OrderContext): ApiPlugin {
  const { db, secret, publicUrl } = context;

  async function orderOf(request: OrderRequest): Promise<Order | undefined> {
    const { id } = request.params;
    if (!uuid.test(id)) return undefined;
    const order = await findOrder(db, id);
    return order &&
      (await isTheirOrder(order, { caller: request.caller, access: request.query.access, secret }))
      ? order
      : undefined;
  }

  function sendFindPage(reply: FastifyReply, page: Parameters<typeof findOrderPage>[0], status = 200) {
    return sendPlainPage(reply, { title: 'Find your order', body: findOrderPage(page), status });
  }

  const notTheirs = 'There is no such order here. Find it by its number.';
  const accessOf = ({ query }: OrderRequest) =>
    query.access === undefined ? '' : `?access=${encodeURIComponent(query.access)}`;

  return async (app) => {
    await app.register(formbody, { bodyLimit: 4_096 });
    await app.register(rateLimit, { global: false });
    await registerCsrf(app, { secret, publicUrl });
    app.addHook('onSend', async (_request, reply) => {
      // The address may hold a token.
      reply.header('referrer-policy', 'no-referrer').header('cache-control', 'private, no-store');
    });

    app.get('/orders/find', { schema: { hide: true } }, async (_request, reply) => sendFindPage(reply, {}));

    app.post(
      '/orders/find',
      {
        config: { rateLimit: { max: 20, timeWindow: '10 minutes' } },
        schema: {
          hide: true,
          body: Type.Object({
            order_number: Type.String({ maxLength: 60 }),
            email: Type.String({ maxLength: 300 }),
          }),
        },
      },
      async (request, reply) => {
        const { order_number, email } = request.body;
        const order = await findOrderByNumber(db, { orderNumber: order_number, email });
        if (order)
          return reply.redirect(
            `/orders/${order.orderId}?access=${await signOrderAccess(secret, order.orderId)}`,
            303,
          );
        const message = 'No order has this number and this e-mail address.';
        return sendFindPage(reply, { message, orderNumber: order_number, email }, 404);
      },
    );

    app.get('/orders/:id', { schema: { hide: true, params, querystring } }, async (request, reply) => {
      const order = await orderOf(request);
      if (!order) return sendFindPage(reply, { message: notTheirs }, 404);
      const { orderId } = order;
      const page = `/orders/${orderId}`;
      return sendPlainPage(reply, {
        title: `Order ${order.orderNumber}`,
        styles: orderPageStyles,
        body: orderPage({
          order,
          address: { cancel: `${page}/cancel${accessOf(request)}` },
          csrfToken: createCsrfToken(request, reply),
          streamAddress: `/api/v1${page}/events${accessOf(request)}`,
          scriptNonce: reply.cspNonce.script,
        }),
      });
    });

    app.post(
      '/orders/:id/cancel',
      { schema: { hide: true, params, querystring } },
      async (request, reply) => {
        const order = await orderOf(request);
        if (!order) return sendFindPage(reply, { message: notTheirs }, 404);
        try {
          await cancelOrder(context, order.orderId, 'by-shopper');
        } catch (error) {
          // The page says how the order stands, which is why it cannot be cancelled.
          if (!(error instanceof ProblemError) || error.problem.status >= 500) throw error;
        }
        return reply.redirect(`/orders/${order.orderId}${accessOf(request)}`, 303);
      },
    );
  };
}
