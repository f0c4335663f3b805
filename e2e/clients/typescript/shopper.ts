/** @file Logs in twice, buys, follows the order, and has it refunded, using only what the OpenAPI document says. */
import { randomUUID } from 'node:crypto';
import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './build/schema.d.ts';

type OrderEvent = components['schemas']['OrderEvent'];

const { SHOP_URL: baseUrl = '', SHOPPER = '{}', ADMIN = '{}' } = process.env;
const accounts = { shopper: JSON.parse(SHOPPER), admin: JSON.parse(ADMIN) } as Record<
  'admin' | 'shopper',
  { email: string; password: string }
>;

/** Returns the answer of an operation that has to succeed. */
function given<Data>({ data, error, response }: { data?: Data; error?: unknown; response: Response }): Data {
  if (data === undefined) throw new Error(`${response.url}: ${response.status} ${JSON.stringify(error)}`);
  return data;
}

async function logIn(who: 'admin' | 'shopper') {
  const api = createClient<paths>({ baseUrl });
  const cookies = new Map<string, string>();
  let token: string | undefined;
  // A client that keeps cookies, like many clients.
  const keeping: Middleware = {
    onRequest({ request }) {
      if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
      if (cookies.size > 0)
        request.headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    },
    onResponse({ response }) {
      for (const cookie of response.headers.getSetCookie()) {
        const [name = '', value = ''] = cookie.split(';')[0]!.split('=');
        cookies.set(name, value);
      }
    },
  };
  api.use(keeping);
  for (const set_cookies of [true, false]) {
    const pair = given(await api.POST('/api/v1/auth/login', { body: { ...accounts[who], set_cookies } }));
    const next = given(
      await api.POST('/api/v1/auth/refresh', { body: { refresh_token: pair.refresh_token } }),
    );
    token = next.access_token;
  }
  return api;
}

type Api = Awaited<ReturnType<typeof logIn>>;

async function buy(api: Api) {
  const products = given(
    await api.GET('/api/v1/products', {
      params: { query: { in_stock: true, price_min: 100, sort: 'price-asc', limit: 5 } },
    }),
  );
  const product = products.items.find(({ availability }) => availability === 'in-stock');
  if (!product) throw new Error('nothing can be bought');
  given(await api.POST('/api/v1/cart/items', { body: { product_id: product.product_id, quantity: 2 } }));
  const checkout = given(
    await api.POST('/api/v1/checkout', {
      body: {
        email: accounts.shopper.email,
        shipping_address: {
          full_name: 'Ada Öberg',
          line1: 'Storgatan 1',
          city: 'Berlin',
          postal_code: '10115',
          country: 'DE',
        },
        shipping_method_id: 'standard',
      },
    }),
  );
  const confirm = {
    params: { header: { 'Idempotency-Key': randomUUID() } },
    body: {
      checkout_id: checkout.checkout_id,
      payment_method: '4242424242424242',
      expected_total: checkout.breakdown.total_price,
    },
  };
  const { order } = given(await api.POST('/api/v1/checkout/confirm', confirm));
  const again = given(await api.POST('/api/v1/checkout/confirm', confirm));
  if (again.order.order_id !== order.order_id) throw new Error('one key has made two orders');
  return order;
}

/** Reads the stream of an order until an event of this kind. */
async function follow(api: Api, id: string, kind: OrderEvent['kind']): Promise<OrderEvent> {
  const { response } = await api.GET('/api/v1/orders/{id}/events', {
    params: { path: { id } },
    parseAs: 'stream',
    signal: AbortSignal.timeout(60_000),
  });
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (const [, data = ''] of text.matchAll(/^data: (.*)\n\n/gm)) {
      const event = JSON.parse(data) as OrderEvent;
      if (event.kind === kind) return event;
    }
  }
  throw new Error(`the stream ended before ${kind}`);
}

const shopper = await logIn('shopper');
const order = await buy(shopper);
const path = { id: order.order_id };
const paid = await follow(shopper, path.id, 'paid');

const admin = await logIn('admin');
given(await admin.POST('/api/v1/admin/orders/{id}/shipments', { params: { path }, body: { all: true } }));
const shipped = await follow(shopper, path.id, 'shipped');
given(
  await admin.POST('/api/v1/admin/orders/{id}/refund', {
    params: { path, header: { 'Idempotency-Key': randomUUID() } },
    body: { all: true, reason: 'Scratched' },
  }),
);
const refunded = await follow(shopper, path.id, 'refunded');
const after = given(await shopper.GET('/api/v1/orders/{id}', { params: { path } }));

const states = [paid, shipped, refunded].map(
  ({ kind, payment_status, fulfilment_status }) => `${kind}: ${payment_status}, ${fulfilment_status}`,
);
console.log(
  JSON.stringify({
    total: after.total_price,
    refunds: after.refunds.map(({ amount, status }) => ({ amount, status })),
    shipments: after.shipments.length,
    history: after.history.map(({ kind }) => kind),
    states,
  }),
);
// The streams of the order are still open.
process.exit();
