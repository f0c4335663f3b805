import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerErrorHandler } from './error-handler.ts';
import { createTargetRewriter, refuseOtherHosts } from './request-target.ts';

let app: FastifyInstance;
let port: number;

beforeAll(async () => {
  app = Fastify({ rewriteUrl: createTargetRewriter('https://shop.example') });
  registerErrorHandler(app);
  refuseOtherHosts(app);
  app.get('/cart', async ({ query }) => ({ query }));
  // Answers every path, as the storefront does.
  app.get('*', async ({ url }) => ({ page: new URL(`https://shop.example${url}`).pathname }));
  await app.listen({ host: '127.0.0.1', port: 0 });
  port = (app.server.address() as AddressInfo).port;
});
afterAll(() => app.close());

async function ask(path: string): Promise<[status: number | undefined, body: Record<string, unknown>]> {
  const sent = request({ host: '127.0.0.1', port, path, agent: false }).end();
  const [response] = await once(sent, 'response');
  return [response.statusCode, JSON.parse(Buffer.concat(await response.toArray()).toString())];
}

test('an address with this host is treated as its path', async () => {
  expect(await ask(`http://127.0.0.1:${port}/cart?a=b`)).toEqual([200, { query: { a: 'b' } }]);
  expect(await ask('https://shop.example/cart')).toEqual([200, { query: {} }]);
  expect(await ask('/cart')).toEqual([200, { query: {} }]);
  expect(await ask('//elsewhere/cart')).toEqual([200, { page: '//elsewhere/cart' }]);
});

test.each(['http://elsewhere/', 'http://elsewhere/cart', 'ftp://shop/'])(
  'rejects %s, which is for another host',
  async (path) => {
    const [status, body] = await ask(path);
    expect([status, body.code]).toEqual([421, 'other-host']);
  },
);

test('rejects “*”', async () => {
  const [status, body] = await ask('*');
  expect([status, body.code]).toEqual([400, 'bad-request']);
});
