import { once } from 'node:events';
import { Agent } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sendRequest } from '../../testing/raw-request.ts';
import { registerGracefulClose } from './graceful-close.ts';
import { createInProcessFetch } from './in-process-fetch.ts';

let app: FastifyInstance;
let address: string;
let stopping: AbortController;
let agent: Agent;
/** Lets `/slow` answer. */
let release: () => void;
let reached: Promise<void>;

beforeEach(async () => {
  stopping = new AbortController();
  agent = new Agent({ keepAlive: true });
  const released = Promise.withResolvers<void>();
  const arrived = Promise.withResolvers<void>();
  release = released.resolve;
  reached = arrived.promise;
  app = fastify();
  registerGracefulClose(app, stopping.signal);
  app.decorateRequest('cookies', { getter: () => ({}) });
  app.decorateRequest('caller', {
    getter: () => ({
      userId: undefined,
      isAdmin: false,
      isOptedOut: false,
      sessionId: undefined,
      via: 'none' as const,
    }),
  });
  app.get('/quick', async () => 'quick');
  app.get('/slow', async () => {
    arrived.resolve();
    await released.promise;
    return 'slow';
  });
  app.get('/page', async (request, reply) => {
    const fetch = createInProcessFetch(app, request, reply);
    return `page of ${await (await fetch('/slow')).text()}`;
  });
  app.get('/endless', (_request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200).write('and so on');
  });
  address = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  agent.destroy();
  await app.close();
});

const ask = (path: string, onHead?: () => void) =>
  sendRequest(address + path, { agent, ...(onHead && { onHead }) });

async function openSocket(): Promise<Socket> {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

test('a node that is stopping still answers, and closes each connection after its answer', async () => {
  expect(await ask('/quick')).toMatchObject({ headers: { connection: 'keep-alive' } });
  const slow = ask('/slow');
  await reached;
  stopping.abort();
  expect(await ask('/quick')).toMatchObject({ status: 200, headers: { connection: 'close' } });
  release();
  expect(await slow).toMatchObject({ status: 200, headers: { connection: 'close' } });
});

test('answers running requests, even a page that calls the API meanwhile, and then accepts no more', async () => {
  const page = ask('/page');
  await reached;
  stopping.abort();
  const finished = app.finishRequests(5_000);
  await delay(50);
  release();
  expect(await page).toMatchObject({ status: 200, body: 'page of slow' });
  await finished;
  expect(await ask('/quick')).toEqual({ kind: 'refused' });
});

test('finally refuses a client that keeps sending requests, but never resets its connection', async () => {
  const visitors = Array.from({ length: 8 }, async (_, index) => {
    const own = new Agent({ keepAlive: index % 2 === 0 });
    for (;;) {
      const fate = await sendRequest(`${address}/quick`, { agent: own });
      if (fate.kind !== 'answered') return fate;
    }
  });
  await delay(50);
  stopping.abort();
  await app.finishRequests(5_000);
  expect(await Promise.all(visitors)).toEqual(visitors.map(() => ({ kind: 'refused' })));
});

test('idle connections do not delay the stop', async () => {
  await ask('/quick');
  const silent = await openSocket();
  const started = performance.now();
  await app.finishRequests(60_000);
  expect(performance.now() - started).toBeLessThan(2_000);
  silent.destroy();
});

test('cuts off an endless answer at the limit', async () => {
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  const endless = ask('/endless', resolve);
  await begun;
  await app.finishRequests(100);
  expect(await endless).toMatchObject({ kind: 'lost' });
});
