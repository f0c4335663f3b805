/** @file Every route that the server has: whom it serves, and a request to it that makes sense. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { goodPassword, newEmail } from './account-fixture.ts';
import { goodCard, homeAddress } from './shopper.ts';

/**
 * `public`: the same for everybody, or for whoever holds a secret of a mail. `visitor`: about the cart and checkout of who
 * asks, with or without an account. `own`: about the account of who asks. `resource`: about the thing that it names, for
 * whom that belongs to. `admin`: for administrators.
 */
export type Access = 'public' | 'visitor' | 'own' | 'resource' | 'admin';

/** What the ids of a request stand for. */
export interface Belongings {
  readonly addressId: string;
  readonly sessionId: string;
  readonly reviewId: string;
  readonly orderId: string;
  readonly checkoutId: string;
  readonly noticeId: string;
  readonly productId: number;
}

export interface ApiRoute {
  readonly access: Access;
  readonly body?: (things: Belongings) => object;
  readonly query?: string;
  /** The same for everybody: caches may keep it. */
  readonly isCacheable?: boolean;
}

export type Method = 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT';

const token = 'nobody-was-mailed-this-token';
const review = { rating: 4, title: 'Good', text: 'It does what it should.' };

/** The keys are as Fastify writes routes. */
export const apiRoutes: Readonly<Record<string, ApiRoute>> = {
  'GET /healthz': { access: 'public' },
  'GET /readyz': { access: 'public' },
  'GET /metrics': { access: 'public' },
  'GET /media/drawn/:spec.svg': { access: 'public' },
  'GET /media/pictures/:width/:name.:format': { access: 'public' },
  'GET /outbox': { access: 'admin' },
  'GET /outbox/:id': { access: 'admin' },
  'GET /outbox/:id/html': { access: 'admin' },

  'GET /api/v1/openapi.json': { access: 'public' },
  'POST /api/v1/auth/register': {
    access: 'public',
    body: () => ({ email: newEmail(), password: goodPassword, first_name: 'Ada', last_name: 'Öberg' }),
  },
  'POST /api/v1/auth/login': {
    access: 'public',
    body: () => ({ email: newEmail(), password: goodPassword }),
  },
  'POST /api/v1/auth/login-link': { access: 'public', body: () => ({ email: newEmail() }) },
  'POST /api/v1/auth/login-link/use': { access: 'public', body: () => ({ token }) },
  'POST /api/v1/auth/refresh': { access: 'public', body: () => ({ refresh_token: token }) },
  'POST /api/v1/auth/logout': { access: 'public' },
  'POST /api/v1/auth/verify-email': { access: 'public', body: () => ({ token }) },
  'POST /api/v1/auth/resend-verification': { access: 'own' },
  'POST /api/v1/auth/forgot-password': { access: 'public', body: () => ({ email: newEmail() }) },
  'POST /api/v1/auth/reset-password': {
    access: 'public',
    body: () => ({ token, password: goodPassword }),
  },
  'POST /api/v1/auth/confirm-email-change': { access: 'public', body: () => ({ token }) },
  'GET /api/v1/auth/csrf': { access: 'public' },

  'GET /api/v1/me': { access: 'own' },
  'PATCH /api/v1/me': {
    access: 'own',
    body: () => ({ first_name: 'Eve', last_name: 'Ott', age: 30, gender: 'Female', address: 'Storgatan 1' }),
  },
  'DELETE /api/v1/me': { access: 'own', body: () => ({ password: goodPassword }) },
  'POST /api/v1/me/password': {
    access: 'own',
    body: () => ({ current_password: goodPassword, password: 'amber quarry 17 boats' }),
  },
  'POST /api/v1/me/email': {
    access: 'own',
    body: () => ({ email: newEmail(), password: goodPassword }),
  },
  'GET /api/v1/me/sessions': { access: 'own' },
  'DELETE /api/v1/me/sessions': { access: 'own' },
  'DELETE /api/v1/me/sessions/:id': { access: 'resource' },
  'GET /api/v1/me/export': { access: 'own' },
  'GET /api/v1/me/addresses': { access: 'own' },
  'POST /api/v1/me/addresses': { access: 'own', body: () => ({ ...homeAddress, is_default: true }) },
  'PATCH /api/v1/me/addresses/:id': {
    access: 'resource',
    body: () => ({ city: 'Oslo', is_default: true }),
  },
  'DELETE /api/v1/me/addresses/:id': { access: 'resource' },
  'GET /api/v1/me/reviews': { access: 'own' },
  'PATCH /api/v1/me/reviews/:review_id': { access: 'resource', body: () => review },
  'DELETE /api/v1/me/reviews/:review_id': { access: 'resource' },
  'GET /api/v1/me/wishlist': { access: 'own' },
  'POST /api/v1/me/wishlist': {
    access: 'own',
    body: ({ productId }) => ({ product_id: productId }),
  },
  'PATCH /api/v1/me/wishlist': { access: 'own', body: () => ({ mails_changes: true }) },
  'DELETE /api/v1/me/wishlist/:product_id': { access: 'own' },
  'GET /api/v1/me/notices': { access: 'own' },
  'DELETE /api/v1/me/notices/:notice_id': { access: 'resource' },
  'GET /api/v1/me/reviewable': { access: 'own' },
  'GET /api/v1/me/review-votes': { access: 'own', query: 'product_id=1' },
  'GET /api/v1/me/orders': { access: 'own' },

  'GET /api/v1/shop': { access: 'public' },
  'GET /api/v1/shop/pages': { access: 'public' },
  'GET /api/v1/shop/pages/:slug': { access: 'public' },

  'GET /api/v1/categories': { access: 'public' },
  'GET /api/v1/products': { access: 'public' },
  'GET /api/v1/search/suggest': { access: 'public', query: 'q=te', isCacheable: true },
  'GET /api/v1/products/:id': { access: 'public' },
  'GET /api/v1/products/:id/similar': { access: 'public' },
  'GET /api/v1/products/:id/reviews': { access: 'public' },
  'POST /api/v1/products/:id/reviews': { access: 'own', body: () => review },
  // A vote is the voter's own, whoever wrote the review.
  'POST /api/v1/products/:id/reviews/:review_id/helpful': { access: 'own' },
  'DELETE /api/v1/products/:id/reviews/:review_id/helpful': { access: 'own' },
  'GET /api/v1/recommendations': { access: 'public' },
  'POST /api/v1/events': {
    access: 'public',
    body: ({ productId }) => ({
      events: [
        { kind: 'search', query: 'lamp', product_id: productId, request_id: randomUUID(), position: 1 },
        { kind: 'click', product_id: productId, search_id: randomUUID() },
      ],
    }),
  },
  'POST /api/v1/newsletter': { access: 'public', body: () => ({ email: newEmail() }) },
  'POST /api/v1/newsletter/confirm': { access: 'public', body: () => ({ token }) },
  'POST /api/v1/newsletter/unsubscribe': { access: 'public', body: () => ({ token }) },

  'POST /api/v1/products/:id/notices': {
    access: 'public',
    body: () => ({ kind: 'price-drop', email: newEmail() }),
  },
  'GET /api/v1/notices': { access: 'public', query: `token=${token}` },
  'POST /api/v1/notices/confirm': { access: 'public', body: () => ({ token }) },
  'POST /api/v1/notices/end': { access: 'public', body: () => ({ token }) },

  'GET /api/v1/session': { access: 'visitor' },
  'GET /api/v1/wishlist': { access: 'visitor' },
  'POST /api/v1/wishlist': {
    access: 'visitor',
    body: ({ productId }) => ({ product_id: productId }),
  },
  'DELETE /api/v1/wishlist/:product_id': { access: 'visitor' },
  'GET /api/v1/wishlist/ids': { access: 'visitor' },
  'POST /api/v1/wishlist/add-to-cart': { access: 'visitor' },
  'GET /api/v1/cart': { access: 'visitor', query: 'country=DE' },
  'POST /api/v1/cart': { access: 'visitor' },
  'POST /api/v1/cart/items': {
    access: 'visitor',
    body: ({ productId }) => ({ product_id: productId, quantity: 2, search_id: randomUUID() }),
  },
  'PATCH /api/v1/cart/items/:product_id': { access: 'visitor', body: () => ({ quantity: 3 }) },
  'DELETE /api/v1/cart/items/:product_id': { access: 'visitor' },
  'PATCH /api/v1/cart': { access: 'visitor', body: () => ({ country: 'DE' }) },
  'DELETE /api/v1/cart/merge': { access: 'visitor' },
  'POST /api/v1/cart/items/:product_id/save-for-later': { access: 'visitor' },
  'POST /api/v1/cart/saved/:product_id/move-to-cart': { access: 'visitor' },
  'DELETE /api/v1/cart/saved/:product_id': { access: 'visitor' },
  'POST /api/v1/cart/promo': { access: 'visitor', body: () => ({ code: 'FIFTEEN' }) },
  'DELETE /api/v1/cart/promo': { access: 'visitor' },
  'DELETE /api/v1/cart/promo/:code': { access: 'visitor' },
  'GET /api/v1/shipping-methods': { access: 'public', query: 'country=DE&currency=USD' },
  'GET /api/v1/checkout': { access: 'visitor' },
  'POST /api/v1/checkout': {
    access: 'visitor',
    body: () => ({ email: newEmail(), shipping_address: homeAddress, shipping_method_id: 'express' }),
  },
  'PATCH /api/v1/checkout': {
    access: 'visitor',
    body: () => ({ email: newEmail(), shipping_address: homeAddress, shipping_method_id: 'express' }),
  },
  'POST /api/v1/checkout/confirm': {
    access: 'resource',
    body: ({ checkoutId }) => ({
      checkout_id: checkoutId,
      payment_method: goodCard,
      expected_total: { amount_minor: 1, currency: 'USD' },
    }),
  },
  'POST /api/v1/checkout/settle': {
    access: 'resource',
    body: ({ orderId }) => ({ order_id: orderId }),
  },
  'POST /api/v1/payments/test/methods': {
    access: 'public',
    body: () => ({ number: goodCard, expiry: '04/34', security_code: '123' }),
  },
  'GET /api/v1/payments/settings': { access: 'public' },
  'POST /api/v1/payments/webhooks/test': { access: 'public', body: () => ({ id: 'forged' }) },
  // The reference of a payment is the secret.
  'GET /api/v1/payments/test/authenticate': { access: 'public', query: 'reference=unknown' },
  'POST /api/v1/payments/test/authenticate': {
    access: 'public',
    body: () => ({ reference: 'unknown', decision: 'approve' }),
  },

  'GET /api/v1/orders': { access: 'own' },
  'POST /api/v1/orders/lookup': {
    access: 'public',
    body: () => ({ order_number: 'K-999999', email: newEmail() }),
  },
  'GET /api/v1/orders/:id': { access: 'resource' },
  'GET /api/v1/orders/:id/events': { access: 'resource' },
  'POST /api/v1/orders/:id/cancel': { access: 'resource' },
  'POST /api/v1/orders/:id/returns': {
    access: 'resource',
    body: ({ productId }) => ({
      lines: [{ product_id: productId, quantity: 1 }],
      reason: 'damaged',
      note: 'The glass is broken',
    }),
  },
  'POST /api/v1/orders/:id/returns/:return_id/withdraw': { access: 'resource' },
  'POST /api/v1/orders/:id/buy-again': {
    access: 'resource',
    body: ({ productId }) => ({ product_ids: [productId] }),
  },
  'GET /api/v1/orders/:id/invoice.pdf': { access: 'resource' },

  'GET /api/v1/admin/search/boosts': { access: 'admin', query: 'q=tea+bowl' },
  'GET /api/v1/admin/orders': { access: 'admin' },
  'POST /api/v1/admin/orders/:id/ship': {
    access: 'admin',
    body: () => ({ carrier: 'DHL', tracking_number: '00340' }),
  },
  'POST /api/v1/admin/orders/:id/deliver': { access: 'admin' },
  'POST /api/v1/admin/orders/:id/shipments': {
    access: 'admin',
    body: ({ productId }) => ({
      lines: [{ product_id: productId, quantity: 1 }],
      carrier: 'DHL',
      tracking_number: '00341',
    }),
  },
  'POST /api/v1/admin/orders/:id/shipments/:shipment_id/deliver': { access: 'admin' },
  'POST /api/v1/admin/orders/:id/refund': {
    access: 'admin',
    body: ({ productId }) => ({
      lines: [{ product_id: productId, quantity: 1 }],
      reason: 'Broken',
      restock: true,
    }),
  },
  'PATCH /api/v1/admin/shop': {
    access: 'admin',
    body: () => ({
      name: 'Fern & Co',
      company: { legal_name: 'Fern & Co Ltd', country: 'GB' },
      social_links: [{ network: 'instagram', url: 'https://example.com/fern' }],
      footer_groups: [{ title: 'Help', links: [{ name: 'Returns', href: '/returns' }] }],
      announcement: { text: 'Closed on Monday', href: '/contact' },
    }),
  },
  'PUT /api/v1/admin/shop/pages/:slug': {
    access: 'admin',
    body: () => ({ title: 'About us', description: 'Who we are.', body: 'We are {{legal_name}}.' }),
  },
  'GET /api/v1/admin/returns': { access: 'admin' },
  'POST /api/v1/admin/orders/:id/returns/:return_id/approve': {
    access: 'admin',
    body: () => ({ answer: 'Send it to our warehouse' }),
  },
  'POST /api/v1/admin/orders/:id/returns/:return_id/refuse': {
    access: 'admin',
    body: () => ({ answer: 'It was used' }),
  },
  'POST /api/v1/admin/orders/:id/returns/:return_id/receive': {
    access: 'admin',
    body: () => ({ restock: true }),
  },
  'GET /api/v1/admin/search/synonyms': { access: 'admin', query: 'q=sofa' },
  'POST /api/v1/admin/search/synonyms': {
    access: 'admin',
    body: () => ({ words: ['kettle', 'water boiler'] }),
  },
  'PUT /api/v1/admin/search/synonyms/:id': {
    access: 'admin',
    body: () => ({ words: ['sofa', 'couch', 'divan'] }),
  },
  'DELETE /api/v1/admin/search/synonyms/:id': { access: 'admin' },
  'GET /api/v1/admin/reviews': { access: 'admin' },
  'POST /api/v1/admin/reviews/:id/publish': { access: 'admin' },
  'POST /api/v1/admin/reviews/:id/reject': { access: 'admin', body: () => ({ note: 'Not about it' }) },
};

/** `GET /api/v1/orders/:id`: all that the application answers, but the manual's own pages. */
export function routesOf(app: FastifyInstance): string[] {
  const prefixes: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent, part, methods] = /^(.*?)[├└]── (.+) \(([A-Z, ]+)\)$/.exec(line) ?? [];
      if (indent === undefined) return [];
      const path = (prefixes[indent.length / 4 - 1] ?? '') + part;
      prefixes[indent.length / 4] = path;
      if (path.startsWith('/api/v1/docs')) return [];
      return methods.split(', ').flatMap((method) => (method === 'HEAD' ? [] : `${method} ${path}`));
    })
    .sort();
}

export function routesFor(access: Access): string[] {
  return Object.keys(apiRoutes).filter((route) => apiRoutes[route].access === access);
}

export function requestTo(
  route: string,
  things: Belongings,
): { method: Method; url: string; payload?: object } {
  const [method, path] = route.split(' ') as [Method, string];
  const ids: Record<string, string | number> = {
    addresses: things.addressId,
    items: things.productId,
    notices: things.noticeId,
    orders: things.orderId,
    pages: 'about',
    outbox: things.orderId,
    products: things.productId,
    promo: 'WELCOME10',
    returns: things.orderId,
    reviews: things.reviewId,
    sessions: things.sessionId,
    shipments: things.orderId,
    synonyms: 1,
    wishlist: things.productId,
  };
  const { body, query } = apiRoutes[route];
  const url = path
    .replace(/(\w+)\/:\w+(?!\.)\b/g, (whole, noun: string) => (noun in ids ? `${noun}/${ids[noun]}` : whole))
    .replace(':spec', 'p1-1');
  return {
    method,
    url: query === undefined ? url : `${url}?${query}`,
    ...(body && { payload: body(things) }),
  };
}
