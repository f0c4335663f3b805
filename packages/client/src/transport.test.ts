import { expect, test } from 'vitest';
import { createClient, KindredError } from './index.ts';
import { json, problem, startTestServer } from './testing/test-server.ts';

const busy = problem(503, 'unavailable', { 'retry-after': '0' });
const confirmation = {
  checkout_id: '5f0c8a4e-0000-4000-8000-000000000000',
  expected_total: { amount_minor: 1, currency: 'USD' },
};

test('asks again when the shop is busy, as often as it may', async () => {
  const { baseUrl, requests } = await startTestServer(busy, busy, json({ items: [] }));
  expect(await createClient({ baseUrl }).categories()).toEqual({ items: [] });
  expect(requests).toHaveLength(3);
  const always = await startTestServer(busy);
  await expect(createClient({ ...always, retries: 1 }).categories()).rejects.toMatchObject({ status: 503 });
  expect(always.requests).toHaveLength(2);
});

test('asks once where retries are off, where the shop says no time, and where it asks for minutes', async () => {
  const { baseUrl, requests } = await startTestServer(busy);
  await expect(createClient({ baseUrl, retries: 0 }).categories()).rejects.toThrow(KindredError);
  expect(requests).toHaveLength(1);
  for (const headers of [{}, { 'retry-after': '300' }]) {
    const shop = await startTestServer(problem(503, 'unavailable', headers));
    await expect(createClient(shop).categories()).rejects.toThrow(KindredError);
    expect(shop.requests).toHaveLength(1);
  }
});

test('sends a purchase again with the key of its first attempt, and what has no key not at all', async () => {
  const order = { order_id: confirmation.checkout_id };
  const { baseUrl, requests } = await startTestServer(busy, json({ order, access_token: 'it' }, 201));
  await createClient({ baseUrl }).confirmCheckout(confirmation);
  const [first, second] = requests.map(({ headers }) => headers['idempotency-key']);
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(second).toBe(first);
  const shop = await startTestServer(busy);
  await expect(createClient(shop).addToCart(1)).rejects.toThrow(KindredError);
  expect(shop.requests).toHaveLength(1);
});

test('takes the caller’s key', async () => {
  const shop = await startTestServer(json({ order: { order_id: '1' }, access_token: 'it' }, 201));
  await createClient(shop).confirmCheckout(confirmation, { idempotencyKey: 'mine' });
  expect(shop.requests[0]!.headers['idempotency-key']).toBe('mine');
});

test('waits no longer than the signal says', async () => {
  const stop = new AbortController();
  const { baseUrl } = await startTestServer((response) => {
    problem(503, 'unavailable', { 'retry-after': '20' })(response, response.req);
    setImmediate(() => stop.abort(new Error('enough')));
  });
  const asking = createClient({ baseUrl }).with({ signal: stop.signal }).categories();
  await expect(asking).rejects.toThrow('enough');
});

test('fails with all that the shop says', async () => {
  const body = {
    type: 'about:blank',
    title: 'The request is not valid',
    status: 400,
    code: 'invalid-request',
    detail: 'limit must be a whole number',
    errors: [{ in: 'query', pointer: '/limit', code: 'not-a-whole-number', message: 'no' }],
    instance: 'request-1',
  };
  const error = await createClient(await startTestServer(json(body, 400)))
    .products()
    .catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(KindredError);
  const { status, code, title, detail, errors, instance } = error as KindredError;
  expect({ type: 'about:blank', status, code, title, detail, errors, instance }).toEqual(body);
  expect((error as Error).message).toBe('400 invalid-request: limit must be a whole number');
});

test.each([502, 200])('says that an answer of %i cannot be read', async (status) => {
  const shop = await startTestServer((response) => response.writeHead(status).end('<h1>Bad gateway</h1>'));
  await expect(createClient(shop).categories()).rejects.toMatchObject({ status, code: 'unreadable-answer' });
});

test('leaves failures of the network as they are', async () => {
  const shop = await startTestServer((response) => response.destroy());
  await expect(createClient(shop).categories()).rejects.toBeInstanceOf(TypeError);
});

test('shows a shop that is not ready', async () => {
  const readiness = { status: 'unavailable', parts: {} };
  const shop = await startTestServer(json(readiness, 503));
  expect(await createClient(shop).readiness()).toEqual(readiness);
});
