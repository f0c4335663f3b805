/** @file Holds `@kindred/client` to the list of routes: each has a method, and each method has a route. */
import { createClient } from '@kindred/client';
import { expect, test } from 'vitest';
import { apiRoutes } from './testing/api-routes.ts';

/** Routes without a method of the client, and why. */
const withoutMethod: Readonly<Record<string, string>> = {
  'GET /media/drawn/:spec.svg': 'answers contain the addresses of pictures',
  'GET /media/pictures/:width/:name.:format': 'answers contain the addresses of pictures',
  'GET /sitemap.xml': 'for crawlers',
  'GET /sitemaps/:name': 'for crawlers',
  'GET /robots.txt': 'for crawlers',
  'GET /llms.txt': 'for crawlers',
  'GET /site.webmanifest': 'for browsers',
  'GET /favicon.ico': 'for browsers',
  'GET /apple-touch-icon.png': 'for browsers',
  'GET /media/icons/:name': 'for browsers',
  'GET /media/social.png': 'for previews of links',
  'GET /api/v1/payments/test/authenticate': 'a page, which `next_action.redirect_url` leads to',
  'POST /api/v1/payments/test/authenticate': 'the form of that page',
  'POST /api/v1/payments/webhooks/test': 'the payment provider sends it',
  'GET /api/v1/me/orders': 'the same as GET /api/v1/orders',
  'GET /api/v1/me/wishlist': 'a member’s GET /api/v1/wishlist',
  'POST /api/v1/me/wishlist': 'a member’s POST /api/v1/wishlist',
  'DELETE /api/v1/me/wishlist/:product_id': 'a member’s DELETE /api/v1/wishlist/:product_id',
};

type Method = (...ids: string[]) => Promise<unknown> | AsyncGenerator;

function methodsOf(client: object, of = ''): [name: string, method: Method][] {
  return Object.entries(client).flatMap(([name, value]) => {
    if (typeof value === 'object') return methodsOf(value, `${name}.`);
    return name === 'with' ? [] : [[of + name, value as Method]];
  });
}

/** The request of each method of the client when every argument is `0`. */
async function requestsOfMethods(): Promise<Map<string, string>> {
  let sent = '';
  const client = createClient({
    baseUrl: '',
    fetch: async (url, { method }) => {
      sent = `${method} ${url.split('?')[0]}`;
      throw new Error('It is seen.');
    },
  });
  const requests = new Map<string, string>();
  for (const [name, method] of methodsOf(client)) {
    const asked = method('0', '0', '0');
    await ('next' in asked ? asked.next() : asked).catch(() => undefined);
    requests.set(name, sent);
  }
  return requests;
}

const pattern = (route: string) => new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/:\w+/g, '0')}$`);

test('every route has a method of the client, or a reason why not, and every method has a route', async () => {
  const requests = await requestsOfMethods();
  const sent = [...requests.values()];
  const missing = Object.keys(apiRoutes).filter(
    (route) => !(route in withoutMethod) && !sent.some((request) => pattern(route).test(request)),
  );
  expect(missing).toEqual([]);
  const unknown = [...requests].filter(
    ([, request]) => !Object.keys(apiRoutes).some((route) => pattern(route).test(request)),
  );
  expect(unknown).toEqual([]);
  expect(new Set(sent).size).toBe(sent.length);
});

test('every route in the list without a method exists and has no method', async () => {
  const sent = [...(await requestsOfMethods()).values()];
  const wrong = Object.keys(withoutMethod).filter(
    (route) => !(route in apiRoutes) || sent.some((request) => pattern(route).test(request)),
  );
  expect(wrong).toEqual([]);
});
