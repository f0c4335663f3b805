import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { registerSecurityHeaders } from '../platform/http/security-headers.ts';
import { registerStorefront } from './react-router-storefront.ts';

// A storefront that answers with its arguments, because the test is about the adapter, not the pages.
const build = `
export async function render(request, { fetch, publicUrl, nonces, log, failedWith }) {
  if (failedWith) return new Response('a page of its own', { status: failedWith });
  const url = new URL(request.url);
  if (url.pathname === '/broken') {
    log.error({ err: new Error('no shelf') }, 'a page failed');
    return new Response('sorry', { status: 500 });
  }
  if (url.pathname === '/stream') {
    const parts = ['<p>first</p>', '<p>second</p>'];
    return new Response(new ReadableStream({ pull(c) { parts.length ? c.enqueue(new TextEncoder().encode(parts.shift())) : c.close(); } }));
  }
  if (url.pathname === '/moved') return new Response(null, { status: 303, headers: { location: '/there', 'set-cookie': 'a=1' } });
  const form = request.method === 'POST' ? Object.fromEntries(await request.formData()) : null;
  const body = { url: request.url, cookie: request.headers.get('cookie'), form, publicUrl, nonceLengths: [nonces.script?.length ?? 0, nonces.style?.length ?? 0], who: await (await fetch('/who')).text() };
  const headers = new Headers({ 'content-type': 'application/json' });
  headers.append('set-cookie', 'b=2');
  headers.append('set-cookie', 'c=3');
  return new Response(JSON.stringify(body), { headers });
}`;

const publicUrl = 'https://shop.test';
let root: string;
let app: FastifyInstance;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kindred-storefront-'));
  await mkdir(join(root, 'build/server'), { recursive: true });
  await mkdir(join(root, 'build/client/assets'), { recursive: true });
  await writeFile(join(root, 'build/server/index.js'), build);
  await writeFile(join(root, 'package.json'), '{ "type": "module" }');
  await writeFile(join(root, 'build/client/assets/app-abc123.js'), 'export {};');
  app = createBareApp();
});

/** The state in which `registerCaller` leaves a request without a log-in. */
function createBareApp(options: FastifyServerOptions = {}): FastifyInstance {
  const bare = fastify(options);
  bare.addHook('onRequest', async (request) => {
    request.caller = {
      userId: request.headers['x-user']?.toString(),
      isAdmin: false,
      isOptedOut: false,
      sessionId: undefined,
      via: 'none',
    };
  });
  return bare;
}

afterEach(async () => {
  await app.close();
  await rm(root, { recursive: true });
});

async function start() {
  app.get('/api/v1/products', () => ({ from: 'api' }));
  app.post('/api/v1/events', (request) => ({ got: request.body }));
  await registerStorefront(app, {
    mode: 'production',
    publicUrl,
    root,
    fetchFor: (request, reply) => {
      reply.header('set-cookie', 'visitor=7');
      return async () => new Response(request.headers['x-visitor']?.toString());
    },
  });
}

test('renders any other path, with the request’s cookies and a client for its visitor', async () => {
  await start();
  const answer = await app.inject({ url: '/p/1?a=b', headers: { cookie: 'theme=dark', 'x-visitor': 'me' } });
  expect(answer.json()).toMatchObject({
    url: 'https://shop.test/p/1?a=b',
    cookie: 'theme=dark',
    who: 'me',
    publicUrl,
    nonceLengths: [0, 0],
  });
  expect(answer.headers['set-cookie']).toEqual(['visitor=7', 'b=2', 'c=3']);
});

test('a page of a logged-in user is never cached', async () => {
  await start();
  const answer = await app.inject({ url: '/p/1', headers: { 'x-user': 'somebody' } });
  expect(answer.headers['cache-control']).toBe('private, no-store');
  expect((await app.inject('/p/1')).headers['cache-control']).toBeUndefined();
});

test('treats a path that looks like another host as a path', async () => {
  await start();
  expect((await app.inject('//evil.example/a')).json().url).toBe('https://shop.test//evil.example/a');
});

test('leaves other routes, known and unknown, to the server', async () => {
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: 'not-found' }));
  await start();
  expect((await app.inject('/api/v1/products')).json()).toEqual({ from: 'api' });
  const event = { method: 'POST', url: '/api/v1/events', payload: { kind: 'view' } } as const;
  expect((await app.inject(event)).json()).toEqual({ got: { kind: 'view' } });
  for (const url of ['/api', '/api/v2/x?y=1', '/media/none.svg', '/healthz', '/readyz', '/metrics/x']) {
    const answer = await app.inject(url);
    expect([url, answer.statusCode, answer.json()]).toEqual([url, 404, { code: 'not-found' }]);
  }
  expect((await app.inject('/apiary')).statusCode).toBe(200);
});

test('lets caches keep built files for a year, and answers a missing file without a page', async () => {
  await start();
  const file = await app.inject('/assets/app-abc123.js');
  expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await app.inject('/assets/gone.js')).statusCode).toBe(404);
});

test('streams the storefront’s answer', async () => {
  await start();
  expect((await app.inject('/stream')).body).toBe('<p>first</p><p>second</p>');
});

test('answers HEAD without a body', async () => {
  await start();
  const answer = await app.inject({ method: 'HEAD', url: '/p/1' });
  expect([answer.statusCode, answer.body]).toEqual([200, '']);
});

test('passes redirects and their cookies on', async () => {
  await start();
  const answer = await app.inject('/moved');
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/there']);
  expect(answer.headers['set-cookie']).toEqual(['visitor=7', 'a=1']);
});

test('passes the nonces to the page', async () => {
  registerSecurityHeaders(app, { publicUrl, stripe: undefined, pictureOrigins: [] });
  await start();
  expect((await app.inject('/')).json().nonceLengths).toEqual([32, 32]);
});

const post = (headers: Record<string, string>) =>
  ({
    method: 'POST',
    url: '/theme',
    payload: 'theme=dark',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  }) as const;

test('accepts forms of the shop’s own pages', async () => {
  await start();
  for (const headers of [{ origin: publicUrl }, { 'sec-fetch-site': 'same-origin' }, {}])
    expect((await app.inject(post(headers as Record<string, string>))).json().form).toEqual({
      theme: 'dark',
    });
});

test('rejects forms of other sites', async () => {
  await start();
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', origin: publicUrl },
    { 'sec-fetch-site': 'same-site' },
  ])
    expect((await app.inject(post(headers as Record<string, string>))).statusCode).toBe(403);
});

test('answers a form that is too large with a page', async () => {
  await start();
  const { statusCode, body } = await app.inject({ ...post({}), payload: 'x'.repeat(70_000) });
  expect([statusCode, body]).toEqual([413, 'a page of its own']);
});

test('names the command to run if the storefront is not built', async () => {
  await rm(join(root, 'build'), { recursive: true });
  await expect(start()).rejects.toThrow('npm run build');
});

test('gives pages the log of their request', async () => {
  const lines: string[] = [];
  await app.close();
  app = createBareApp({ logger: { stream: { write: (line: string) => void lines.push(line) } } });
  await start();
  await app.inject('/broken');
  const line = lines.map((text) => JSON.parse(text)).find(({ msg }) => msg === 'a page failed');
  expect(line).toMatchObject({ reqId: expect.any(String), err: { message: 'no shelf' } });
});
