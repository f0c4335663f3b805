import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { expect, test } from 'vitest';
import { createClientOf } from './index.ts';
import { cartMethods } from './methods/cart.ts';
import { searchMethods } from './methods/search.ts';
import { json, startTestServer } from './testing/test-server.ts';

test('has the methods that it is given, over one transport', async () => {
  const { baseUrl, requests } = await startTestServer(json({ cart_token: 'mine' }), json({ items: [] }));
  const client = createClientOf((api) => ({ ...searchMethods(api), ...cartMethods(api) }), { baseUrl });
  await client.createCart();
  await client.with({ headers: { 'x-request-id': 'request-1' } }).suggestions({ q: 'la' });
  expect(requests[1]!.headers).toMatchObject({ 'x-cart-token': 'mine', 'x-request-id': 'request-1' });
});

test('brings no other methods into a bundle', async () => {
  const entry = join(import.meta.dirname, 'testing/only-search.ts');
  const options = { write: false, lib: { entry, formats: ['es' as const] } };
  const [{ output }] = (await build({ configFile: false, logLevel: 'silent', build: options })) as [
    Rollup.RollupOutput,
  ];
  const { code } = output[0];
  expect(code).toContain('/search/suggest');
  expect(code).not.toMatch(/\/cart|\/me\b|\/orders|\/admin\/orders/);
});
