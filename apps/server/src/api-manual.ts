/** @file What the manual of the API says besides its operations. docs/guides/api-conventions.md says the same at more length. */
import apiAnswers from './api-answers.json' with { type: 'json' };
import { cartProblem } from './modules/selling/cart/index.ts';
import type { ManualOptions } from './platform/http/manual/openapi-document.ts';
import { visitorCookie } from './platform/http/visitor.ts';

const description = `
The shop over HTTP: everything that its own pages do, and everything that an administrator does.

## Who asks
- **Programs** log in with \`POST /auth/login\` and send \`Authorization: Bearer ACCESS_TOKEN\`. An access token is good for \`expires_in\`
  seconds; \`POST /auth/refresh\` changes the refresh token, once, into the next pair. \`kindred token\` signs one for an administrator.
- **Browsers** log in with \`set_cookies: true\` and are known by cookies. With whatever may change something they send the token of
  \`GET /auth/csrf\` in the header \`X-CSRF-Token\`. What another site sends is refused.
- **Without an account** a browser has a cart by the cookie \`${visitorCookie}\`; a program asks for one with \`POST /cart\` and names it in
  the header \`X-Cart-Token\`. An order is opened by the \`access_token\` that came with it, as \`?access=TOKEN\`.
- **Administrators** are accounts with the role \`admin\`. Anybody else is answered 403 \`admin-only\`, logged in or not.

## Requests
JSON, UTF-8. Nothing is coerced, and what an operation does not know is refused by name. Several values of one parameter are the
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
this was the last page. A cursor says nothing to anybody but the shop.

## Once, and only once
What creates money, orders or returns takes an \`Idempotency-Key\`: a random value, the same one when the same request is sent again. The
answer is then the first one's. Another request under the same key is answered 422.

## Limits
600 requests a minute from one address, fewer where something can be guessed. Past that the answer is 429 with \`Retry-After\`, in seconds.
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
  { name: 'recommendations', description: 'Shelves that the shop’s own model fills' },
  { name: 'reviews', description: 'What shoppers say of products' },
  { name: 'wishlist', description: 'What somebody would like to have' },
  { name: 'notices', description: 'Mails about a product that is back in stock, or cheaper' },
  {
    name: 'cart',
    description: 'What somebody means to buy; every answer is the whole cart, at today’s prices',
  },
  { name: 'checkout', description: 'From a cart to an order that is paid' },
  { name: 'orders', description: 'Follow, cancel, return and buy again' },
  { name: 'payments', description: 'What the payment provider needs and tells' },
  { name: 'newsletter', description: 'Subscribe and unsubscribe' },
  { name: 'analytics', description: 'What shoppers look at: recommendations learn from it' },
  { name: 'shop', description: 'What the shop says of itself' },
  { name: 'admin', description: 'For administrators alone' },
];

const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The access token of a log-in, or one of `kindred token`',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'kindred_access',
    description: 'Of a browser that has logged in with `set_cookies`',
  },
  csrf: {
    type: 'apiKey',
    in: 'header',
    name: 'X-CSRF-Token',
    description: 'From `GET /auth/csrf`; goes with the cookie `kindred_access` whenever something may change',
  },
  visitor: {
    type: 'apiKey',
    in: 'cookie',
    name: visitorCookie,
    description: 'Of a browser without an account; the first answer that needs it sets it',
  },
  cart: {
    type: 'apiKey',
    in: 'header',
    name: 'X-Cart-Token',
    description:
      'The `cart_token` of `POST /cart`: names the cart of a program without cookies and without an account',
  },
  order: {
    type: 'apiKey',
    in: 'query',
    name: 'access',
    description: 'The `access_token` that came with an order: opens this one order to whoever holds it',
  },
};

export const apiManual: Omit<ManualOptions, 'publicUrl'> = {
  info: { title: 'Kindred', version: '1', summary: 'A shop, and what it recommends', description },
  tags,
  securitySchemes,
  answers: apiAnswers,
  ofHeaders: { 'x-cart-token': cartProblem.known('invalid-cart-token') },
};
