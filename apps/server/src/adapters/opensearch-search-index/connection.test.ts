import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { openSearchConnection, SearchServerError, statusOf } from './connection.ts';

async function connectTo(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A port was expected.');
  const connection = openSearchConnection(`http://me:hunter2@127.0.0.1:${address.port}/engine`);
  onTestFinished(async () => {
    await connection.close();
    server.closeAllConnections();
    server.close();
  });
  return connection;
}

const sendJson = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

test('uses the path, the user and the password of the address', async () => {
  const connection = await connectTo(({ url, method, headers }, response) =>
    sendJson(response, 200, { url, method, authorization: headers.authorization }),
  );
  expect(await connection.ask({ method: 'POST', path: '/shop/_search', body: { size: 1 } })).toEqual({
    url: '/engine/shop/_search',
    method: 'POST',
    authorization: `Basic ${Buffer.from('me:hunter2').toString('base64')}`,
  });
});

test('an error has the server’s status, but neither the request nor the password', async () => {
  const connection = await connectTo((_, response) =>
    sendJson(response, 404, { error: { type: 'index_not_found_exception', reason: 'no such index [shop]' } }),
  );
  const error = await connection
    .ask({ method: 'POST', path: '/shop/_search', body: { query: { match: { title: 'private words' } } } })
    .catch((refused: unknown) => refused);
  expect(error).toBeInstanceOf(SearchServerError);
  expect(statusOf(error)).toBe(404);
  const told = JSON.stringify({ ...(error as Error), message: (error as Error).message });
  expect(told).toContain('index_not_found_exception');
  expect(told).not.toMatch(/hunter2|private words/);
});

test('waits no longer than its timeout, and the next request still works', async () => {
  let asked = 0;
  const connection = await connectTo((_, response) => {
    if (++asked > 1) sendJson(response, 200, { asked });
  });
  const before = performance.now();
  const late = connection.ask({ method: 'GET', path: '/', timeoutMs: 200 });
  await expect(late).rejects.toThrow(SearchServerError);
  expect(performance.now() - before).toBeLessThan(2_000);
  expect(await connection.ask({ method: 'GET', path: '/' })).toEqual({ asked: 2 });
});
