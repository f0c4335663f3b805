/** @file Sends the examples of the manual unchanged, except for ids and tokens of this shop. */
import { writeFileSync } from 'node:fs';
import type {
  Checkout,
  Confirmation,
  Feedback,
  LoginAnswer,
  MadeServiceKey,
  Notice,
  Order,
  OwnReview,
  ProductSale,
  SavedAddress,
  ShelfRule,
  SynonymGroup,
} from '@kindred/contracts';
import * as contracts from '@kindred/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import apiAnswers from './api-answers.json' with { type: 'json' };
import { noticeToken } from './modules/selling/notices/index.ts';
import { serializerOf } from './platform/http/serializers.ts';
import { sql } from './platform/postgres/sql.ts';
import { tokenMailedTo } from './testing/account-fixture.ts';
import { findPlentiful } from './testing/belongings.ts';
import { tokenOf } from './testing/shopper.ts';
import { createTestShop, secret, smallSize, type TestShop } from './testing/test-shop.ts';

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { content: Record<string, { example: Record<string, unknown> }> };
  readonly responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>;
}

let shop: TestShop;
const operations = new Map<string, Operation & { method: string; path: string }>();
const sent = new Set<string>();
const answers: Record<string, unknown> = {};
let products: [number, number];
let admin: string;
let keys = 0;

beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  products = await findPlentiful(shop);
  admin = await tokenOf({ isAdmin: true });
  const { paths } = await shop.get<{ paths: Record<string, Record<string, Operation>> }>(
    '/api/v1/openapi.json',
  );
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods))
      operations.set(operation.operationId, { ...operation, method, path });
});
afterAll(() => shop.close());

interface Sending {
  readonly status: number;
  readonly token?: string;
  readonly cart?: string;
  readonly path?: Readonly<Record<string, string | number>>;
  /** Values that the shop returned; they replace the values of the example. */
  readonly known?: Readonly<Record<string, unknown>>;
}

async function send<Body>(
  operationId: string,
  { status, token, cart, path = {}, known = {} }: Sending,
): Promise<Body> {
  const operation = operations.get(operationId)!;
  const url = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => String(path[name]));
  const example = operation.requestBody?.content['application/json'].example;
  const payload = example && JSON.parse(JSON.stringify({ ...example, ...known }), ourProduct);
  const response = await shop.app.inject({
    method: operation.method.toUpperCase() as 'POST',
    url,
    remoteAddress: `10.9.0.${sent.size + 1}`,
    headers: {
      'idempotency-key': `example ${++keys}`,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(cart !== undefined && { 'x-cart-token': cart }),
    },
    ...(payload !== undefined && { payload }),
  });
  expect([response.statusCode, response.statusCode === status ? '' : response.body], operationId).toEqual([
    status,
    '',
  ]);
  sent.add(operationId);
  const described = operation.responses[status];
  expect(described, `${operationId} describes ${status}`).toBeDefined();
  const body = response.body === '' ? undefined : response.json();
  const name = described.content?.['application/json'].schema.$ref?.split('/').at(-1);
  if (name !== undefined) answers[name] = body;
  return body as Body;
}

/** Product 1 of the examples is replaced by a product of this shop that can be bought. */
function ourProduct(name: string, value: unknown): unknown {
  if (name === 'product_id' && value === 1) return products[0];
  return name === 'product_ids' ? [products[0]] : value;
}

const ada = 'ada@example.com';
const mailed = (kind: string, email = ada) =>
  tokenMailedTo(shop.db, email, kind).then((token) => ({ token }));

/** The token in the mails about products. */
async function endTokenOf(email: string): Promise<string> {
  const { rows } = await shop.db.execute<{ recipient_id: string }>(
    sql`select recipient_id from notice_recipients where email = ${email}`,
  );
  return noticeToken(secret, 'recipient', rows[0].recipient_id);
}

async function order(token: string): Promise<Confirmation> {
  await send('addToCart', { status: 200, token });
  const { checkout_id } = await send<Checkout>('beginCheckout', { status: 201, token });
  const { breakdown } = await send<Checkout>('fillCheckout', { status: 200, token });
  const known = { checkout_id, expected_total: breakdown.total_price };
  return send<Confirmation>('confirmCheckout', { status: 201, token, known });
}

test('every example of a request gets the expected answer', async () => {
  await send('register', { status: 202 });
  await send('verifyEmail', { status: 204, known: await mailed('verify-email') });
  const { refresh_token } = await send<LoginAnswer>('logIn', { status: 200 });
  await send('refreshTokens', { status: 200, known: { refresh_token } });
  await send('requestLoginLink', { status: 202 });
  await shop.services.jobs.runDue();
  const login = await send<LoginAnswer>('redeemLoginLink', { status: 200, known: await mailed('log-in') });
  const token = login.access_token;

  await send('listProducts', { status: 200 });
  await send('getProduct', { status: 200, path: { id: products[0] } });
  await send('changeProfile', { status: 200, token });
  const { address_id } = await send<SavedAddress>('addAddress', { status: 201, token });
  await send('changeAddress', { status: 200, token, path: { id: address_id } });
  await send('addToOwnWishlist', { status: 201, token });
  await send('mailWishlistChanges', { status: 204, token });
  await send('addToWishlist', { status: 201 });
  await send('sendEvents', { status: 202, token });
  const grace = 'grace@example.com';
  await send('askForNotice', { status: 202, path: { id: products[0] }, known: { email: grace } });
  await send<Notice>('confirmNotice', { status: 200, known: await mailed('notice-confirm', grace) });
  await send('endMailedNotices', { status: 204, known: { token: await endTokenOf(grace) } });
  await send('subscribeToNewsletter', { status: 202 });
  const letter = await mailed('newsletter-confirm');
  await send('confirmNewsletter', { status: 200, known: letter });
  await send('unsubscribeFromNewsletter', { status: 200, known: letter });

  const { cart_token: cart } = await send<{ cart_token: string }>('createCart', { status: 201 });
  await send('addToCart', { status: 200, cart });
  await send('changeCartItem', { status: 200, cart, path: { product_id: products[0] } });
  await send('changeCart', { status: 200, cart });
  await send('addPromoCode', { status: 200, cart });

  await send('addTestCard', { status: 201 });
  const { order: first, access_token: access } = await order(token);
  const id = first.order_id;
  await send('settleCheckout', { status: 200, token, known: { order_id: id } });
  await send('findOrder', { status: 200, known: { order_number: first.order_number } });
  expect(access).toBeTypeOf('string');
  await send('createShipment', { status: 201, token: admin, path: { id } });
  await send('deliverOrder', { status: 200, token: admin, path: { id } });
  const returned = async () => {
    const { returns } = await send<Order>('requestReturn', { status: 201, token, path: { id } });
    return { id, return_id: returns.at(-1)!.return_id };
  };
  await send('refuseReturn', { status: 200, token: admin, path: await returned() });
  const accepted = await returned();
  await send('approveReturn', { status: 200, token: admin, path: accepted });
  await send('receiveReturn', { status: 200, token: admin, path: accepted });
  await send('buyAgain', { status: 200, token, path: { id } });
  const { order: second } = await order(token);
  await send('refundOrder', { status: 202, token: admin, path: { id: second.order_id } });
  await send('shipOrder', { status: 200, token: admin, path: { id: second.order_id } });
  await shop.services.jobs.runDue();
  await send('getOrder', { status: 200, token, path: { id: second.order_id } });

  const { review_id } = await send<OwnReview>('writeReview', {
    status: 201,
    token,
    path: { id: products[1] },
  });
  await send('changeReview', { status: 200, token, path: { review_id } });
  await send('rejectReview', { status: 200, token: admin, path: { id: review_id } });
  const { synonyms_id } = await send<SynonymGroup>('addSynonyms', { status: 201, token: admin });
  await send('replaceSynonyms', { status: 200, token: admin, path: { id: synonyms_id } });
  const { sale_id } = await send<ProductSale>('addProductSale', {
    status: 201,
    token: admin,
    path: { id: products[0] },
  });
  await send('replaceProductSale', { status: 200, token: admin, path: { id: products[0], sale: sale_id } });
  const { feedback_id } = await send<Feedback>('giveFeedback', { status: 201, token });
  await send('listFeedback', { status: 200, token });
  await send('readRecommendationHistory', { status: 200, token });
  await send('listViewed', { status: 200, token });
  await send('takeBackFeedback', { status: 204, token, path: { feedback_id } });
  await send('readRecommendationPreferences', { status: 200, token });
  await send('changeRecommendationPreferences', { status: 200, token });
  await send('showProductStanding', { status: 200, token: admin, path: { id: products[0] } });
  const { rule_id } = await send<ShelfRule>('addShelfRule', { status: 201, token: admin });
  await send('listShelfRules', { status: 200, token: admin });
  await send('deleteShelfRule', { status: 204, token: admin, path: { id: rule_id } });
  const { key_id } = await send<MadeServiceKey>('createServiceKey', { status: 201, token: admin });
  await send('revokeServiceKey', { status: 204, token: admin, path: { id: key_id } });
  await send('createRecommendationBatch', { status: 202, token: admin });
  await send('putItems', { status: 200, token: admin });
  await send('putPeople', { status: 200, token: admin });
  await send('putInteractions', { status: 200, token: admin });
  await send('changeShop', { status: 200, token: admin });
  await send('listFeatured', { status: 200 });
  await send('writeShopPage', { status: 200, token: admin, path: { slug: 'about' } });

  await send('requestEmailChange', { status: 202, token });
  await send('confirmEmailChange', {
    status: 204,
    known: await mailed('change-email', 'ada.oberg@example.com'),
  });
  await send('changePassword', { status: 204, token });
  await send('requestPasswordReset', { status: 202, known: { email: 'ada.oberg@example.com' } });
  await shop.services.jobs.runDue();
  await send('resetPassword', {
    status: 204,
    known: await mailed('reset-password', 'ada.oberg@example.com'),
  });

  await send('register', { status: 202 });
  const leaving = await send<LoginAnswer>('logIn', { status: 200 });
  await send('deleteAccount', { status: 204, token: leaving.access_token });

  const withBody = [...operations.values()].filter(({ requestBody }) => requestBody !== undefined);
  expect(withBody.map(({ operationId }) => operationId).filter((name) => !sent.has(name))).toEqual([]);
  if (process.env.RECORD_ANSWERS) writeFileSync(new URL('api-answers.json', import.meta.url), recorded());
});

test('the manual has an example of each answer', () => {
  expect(Object.keys(apiAnswers).sort()).toEqual(Object.keys(answers).sort());
});

test.each(Object.entries(apiAnswers))('the example of %s matches its schema', (name, example) => {
  const schema = (contracts as unknown as Record<string, object>)[name];
  expect(JSON.parse(serializerOf(schema)(example))).toEqual(example);
});

/** `RECORD_ANSWERS=1 npx vitest run --project server api-examples` writes them down. */
function recorded(): string {
  return `${JSON.stringify(answers, shortened, 2)}\n`;
}

/** Keeps two entries of a long list. */
function shortened(_: string, value: unknown): unknown {
  return Array.isArray(value) ? value.slice(0, 2) : value;
}
