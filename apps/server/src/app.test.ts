import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createApp } from './app.ts';
import { composeServices } from './compose.ts';
import { sql } from './platform/postgres/sql.ts';
import { createTestShop, smallSize, type TestShop } from './testing/test-shop.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
});
afterAll(() => shop.close());

test('describes every public route in OpenAPI 3.1', async () => {
  const document = await shop.get<{ openapi: string; paths: Record<string, unknown> }>(
    '/api/v1/openapi.json',
  );
  expect(document.openapi).toBe('3.1.0');
  const paths = Object.keys(document.paths).map((path) => path.replace('/api/v1/', ''));
  expect(paths).toEqual(
    expect.arrayContaining([
      ...['register', 'login', 'refresh', 'logout', 'verify-email', 'forgot-password', 'reset-password'].map(
        (path) => `auth/${path}`,
      ),
      ...['', '/addresses', '/orders', '/wishlist', '/reviews', '/export'].map((path) => `me${path}`),
      'products',
      'products/{id}',
      'products/{id}/reviews',
      'products/{id}/similar',
      'search/suggest',
      'cart',
      'cart/items',
      'cart/promo',
      'checkout',
      'checkout/confirm',
      'orders',
      'orders/{id}',
      'orders/{id}/cancel',
      'orders/{id}/events',
      'payments/webhooks/test',
      'recommendations',
      'events',
      'newsletter',
    ]),
  );
});

test('shows the OpenAPI document as a page, with its styles and scripts', async () => {
  const page = await shop.app.inject({ url: '/api/v1/docs' });
  expect(page.statusCode).toBe(200);
  const files = [...page.body.matchAll(/(?:href|src)="([^"]+\.(?:css|js))"/g)].map((match) => match[1]);
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    const { pathname } = new URL(file, 'http://localhost/api/v1/docs');
    expect((await shop.app.inject({ url: pathname })).statusCode).toBe(200);
  }
});

test('is alive, is ready without a model, and has metrics', async () => {
  expect(await shop.get('/healthz')).toEqual({ status: 'alive' });
  const ready = await shop.get<{
    status: string;
    parts: Record<string, { state: string; version?: string }>;
  }>('/readyz');
  expect(ready.status).toBe('degraded');
  expect(ready.parts.database).toMatchObject({ state: 'ok' });
  const metrics = await shop.app.inject({ url: '/metrics' });
  expect(metrics.body).toContain('kindred_http_request_duration_seconds_bucket');
});

test('a node that is stopping is alive, but not ready', async () => {
  const services = await composeServices(shop.services.runtime, { stopping: AbortSignal.abort() });
  const app = await createApp(services);
  const ready = await app.inject({ url: '/readyz' });
  expect([ready.statusCode, ready.json()]).toEqual([503, { status: 'stopping', parts: {} }]);
  expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200);
  expect((await app.inject({ url: '/api/v1/categories' })).statusCode).toBe(200);
  await app.close();
  await services.close();
});

describe('an invalid HTTP request is answered with a problem, and its connection is closed', () => {
  let app: FastifyInstance;
  let port: number;
  const carriedOut = vi.fn();
  beforeAll(async () => {
    app = await createApp(shop.services, {
      receiveMs: 200,
      prepare: (it) => it.addHook('preValidation', async () => carriedOut()),
    });
    port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
  });
  afterAll(() => app.close());

  async function answerTo(write: (socket: Socket) => void) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    write(socket);
    let answer = '';
    for await (const chunk of socket) answer += chunk;
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toContain('application/problem+json');
    return { status: Number(head.split(' ')[1]), problem: JSON.parse(body) };
  }

  test.for([
    ['no HTTP', 'HELO shop\r\n\r\n', 400, 'bad-request'],
    [
      'an address that is too long',
      `GET /api/v1/products?q=${'x'.repeat(17_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`,
      431,
      'request-header-fields-too-large',
    ],
  ] as const)('%s', async ([, sent, status, code]) => {
    expect(await answerTo((socket) => socket.write(sent))).toMatchObject({
      status,
      problem: { status, code },
    });
  });

  test('a body that does not arrive in time', async () => {
    const slow = await answerTo((socket) => {
      socket.write('POST /api/v1/events HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n');
      socket.write('content-length: 1000\r\n\r\n{');
      const trickle = setInterval(() => socket.write(' '), 20);
      socket.on('close', () => clearInterval(trickle));
    });
    expect(slow).toMatchObject({ status: 408, problem: { code: 'request-timeout' } });
  });

  test('a body whose rest arrives after the answer: it is not carried out', async () => {
    carriedOut.mockClear();
    const body = JSON.stringify({ events: [] });
    const slow = await answerTo((socket) => {
      socket.write('POST /api/v1/events HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n');
      socket.write(`content-length: ${body.length}\r\n\r\n{`);
      socket.on('data', () => socket.write(body.slice(1)));
    });
    expect(slow.status).toBe(408);
    await setTimeout(100);
    expect(carriedOut).not.toHaveBeenCalled();
  });
});

test('uses the request id of a proxy if it has a valid form', async () => {
  const id = 'edge-7f3a91c2';
  const given = await shop.app.inject({ url: '/healthz', headers: { 'x-request-id': id } });
  expect(given.headers['x-request-id']).toBe(id);
  const odd = await shop.app.inject({ url: '/healthz', headers: { 'x-request-id': 'a b\tc' } });
  expect(odd.headers['x-request-id']).not.toBe('a b\tc');
});

test('allows no scripts and frames of other origins, and those of a page by nonces of its own', async () => {
  const { headers } = await shop.app.inject({ url: '/api/v1/products' });
  expect(headers['content-security-policy']).toMatch(/script-src 'self';/);
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  const page = '/api/v1/payments/test/authenticate?reference=none';
  const nonces = await Promise.all(
    [page, page].map(async (url) => {
      const { headers, body } = await shop.app.inject({ url });
      const [, nonce] = /style-src 'self' 'nonce-(\w{32})'/.exec(String(headers['content-security-policy']))!;
      expect(body).toContain(`<style nonce="${nonce}">`);
      return nonce;
    }),
  );
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('only draws the demo’s pictures', async () => {
  const { rows } = await shop.db.execute<{ url: string }>(sql`select url from product_images limit 1`);
  const picture = await shop.app.inject({ url: rows[0].url });
  expect(picture.headers['content-type']).toContain('image/svg+xml');
  expect(picture.headers['cache-control']).toContain('immutable');
  expect(picture.body).toMatch(/^<svg/);
  for (const name of ['x.svg', '..%2f..%2fetc.svg', '%3Cscript%3E.svg', `${'a'.repeat(300)}.svg`])
    expect([400, 404, 414]).toContain((await shop.app.inject({ url: `/media/drawn/${name}` })).statusCode);
});
