/** @file The introduction and the tags of the API manual. docs/guides/api-conventions.md has the same in more detail. */
import apiAnswers from './api-answers.json' with { type: 'json' };
import { cartProblem } from './modules/selling/cart/index.ts';
import type { ManualOptions } from './platform/http/manual/openapi-document.ts';
import { visitorCookie } from './platform/http/visitor.ts';

const description = `
The shop’s HTTP API: everything that its pages and its administrators use.

## Who asks
- **Programs** log in with \`POST /auth/login\` and send \`Authorization: Bearer ACCESS_TOKEN\`. An access token is valid for \`expires_in\`
  seconds; \`POST /auth/refresh\` changes the refresh token, once, into the next pair. \`kindred token\` signs one for an administrator.
- **Browsers** log in with \`set_cookies: true\` and are known by cookies. With whatever may change something they send the token of
  \`GET /auth/csrf\` in the header \`X-CSRF-Token\`. What another site sends is refused.
- **Without an account** a browser has a cart by the cookie \`${visitorCookie}\`; a program asks for one with \`POST /cart\` and names it in
  the header \`X-Cart-Token\`. An order is opened by the \`access_token\` that came with it, as \`?access=TOKEN\`.
- **Administrators** are accounts with the role \`admin\`. Anybody else is answered 403 \`admin-only\`, logged in or not.
- **Machines** send a service key, which an administrator makes: \`Authorization: Bearer kk_...\`. Each route has one permission, which the
  list of its security requirements names after \`key\`. A key that does not have it in its scopes gets 403 \`missing-scope\`, on open routes too.

## Requests
JSON, UTF-8. Values are not converted between types. The server rejects unknown fields and parameters, and names them. Several values of one parameter are the
parameter repeated: \`?brand=Ono&brand=Fern\`.

## Failures
Problem documents (RFC 9457, \`application/problem+json\`) with a \`code\` that stays. Show \`detail\`, or \`title\` where there is none; decide
by \`code\`; quote \`instance\` to whoever reads the log. \`invalid-request\` tells all that is wrong at once, in \`errors\`. A path that is there
answers another method with 405 and \`Allow\`.

## Money
\`{ "amount_minor": 1999, "currency": "USD" }\`: a whole number of the currency's minor unit, and a code of ISO 4217.

## Times
RFC 3339, in UTC, with milliseconds: \`2026-03-01T12:00:00.000Z\`. Days are \`2026-03-01\`.

## Lists
\`limit\` says how many at most, \`next_cursor\` where the next page begins: send it back as \`cursor\`, with the same other parameters. Null:
this was the last page. The content of a cursor is private to the shop.

## Once, and only once
Requests that create payments, orders or returns need an \`Idempotency-Key\`: a random value. A retry of the same request uses the same value. The
server then returns the first answer. A different request with the same key gets a 422.

## Limits
600 requests a minute from one user, or from one address without a log-in, and 6,000 with one service key, unless the shop sets other numbers; fewer
where something can be guessed. \`RateLimit-Limit\`, \`RateLimit-Remaining\` and \`RateLimit-Reset\` (in seconds) say how many are left. Past that the
answer is 429 with \`Retry-After\`, in seconds.
A body has at most 1 MiB.

## Events
\`GET /orders/{id}/events\` is a stream of server-sent events: each says what happened to the order and how it is since. \`Last-Event-ID\`
goes on after the last one that was read.
`.trim();

const tags = [
  { name: 'auth', description: 'Sign up, log in, stay logged in, log out' },
  {
    name: 'account',
    description: 'Profile, addresses, log-ins and everything else that belongs to an account',
  },
  { name: 'catalog', description: 'Products and the tree of categories' },
  { name: 'search', description: 'Find products: words, filters, facets, suggestions' },
  { name: 'recommendations', description: 'Shelves of products that the shop’s model recommends' },
  { name: 'reviews', description: 'Reviews of products by shoppers' },
  { name: 'wishlist', description: 'Products that a shopper wants to keep for later' },
  { name: 'notices', description: 'Mails about a product that is back in stock or costs less' },
  {
    name: 'cart',
    description: 'The cart; every answer is the whole cart with current prices',
  },
  { name: 'checkout', description: 'From a cart to a paid order' },
  { name: 'orders', description: 'Follow, cancel, return and buy again' },
  { name: 'payments', description: 'Payments, and the webhooks of the payment provider' },
  { name: 'newsletter', description: 'Subscribe and unsubscribe' },
  { name: 'analytics', description: 'Events such as views and clicks; the recommendations learn from them' },
  { name: 'feed', description: 'What another shop sends: its items, its people, and what they did' },
  { name: 'shop', description: 'The shop’s name, pages and settings' },
  { name: 'admin', description: 'Only for administrators' },
];

const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The access token of a log-in or of `kindred token`',
  },
  key: {
    type: 'http',
    scheme: 'bearer',
    description: 'A service key with the permission of the route; `POST /admin/service-keys` makes one',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'kindred_access',
    description: 'The cookie of a browser that logged in with `set_cookies`',
  },
  csrf: {
    type: 'apiKey',
    in: 'header',
    name: 'X-CSRF-Token',
    description:
      'From `GET /auth/csrf`; required with the cookie `kindred_access` for every request that changes data',
  },
  visitor: {
    type: 'apiKey',
    in: 'cookie',
    name: visitorCookie,
    description: 'The cookie of a browser without an account; the first answer that needs it sets it',
  },
  cart: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Cart-Token',
    description:
      'The `cart_token` of `POST /cart`: identifies the cart of a program without cookies and without an account',
  },
  order: {
    type: 'apiKey',
    in: 'query',
    name: 'access',
    description: 'The `access_token` of an order: gives its holder access to this order',
  },
};

export const apiManual: Omit<ManualOptions, 'publicUrl'> = {
  info: { title: 'Kindred', version: '1', summary: 'A shop with recommendations', description },
  tags,
  securitySchemes,
  answers: apiAnswers,
  ofHeaders: { 'x-cart-token': cartProblem.known('invalid-cart-token') },
};
