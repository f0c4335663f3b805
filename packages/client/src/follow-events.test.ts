import { once } from 'node:events';
import { expect, test } from 'vitest';
import { createClient } from './index.ts';
import { events, problem, startTestServer } from './testing/test-server.ts';

const orderId = '5f0c8a4e-0000-4000-8000-000000000000';

async function read(
  baseUrl: string,
  count: number,
  options: { signal?: AbortSignal; lastEventId?: string } = {},
): Promise<string[]> {
  const ids: string[] = [];
  for await (const event of createClient({ baseUrl }).orderEvents(orderId, options)) {
    ids.push(event.event_id);
    if (ids.length === count) break;
  }
  return ids;
}

test('continues after the last event whenever the connection breaks', async () => {
  const { baseUrl, requests } = await startTestServer(events(['7', '8']), events([]), events(['9']));
  expect(await read(baseUrl, 3)).toEqual(['7', '8', '9']);
  expect(requests.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, '8', '8']);
  expect(requests[0]!.headers.accept).toBe('text/event-stream');
});

test('begins after an event that the caller names', async () => {
  const { baseUrl, requests } = await startTestServer(events(['8']));
  expect(await read(baseUrl, 1, { lastEventId: '7' })).toEqual(['8']);
  expect(requests[0]!.headers['last-event-id']).toBe('7');
});

test('rides out a shop that is away for a moment', async () => {
  const { baseUrl } = await startTestServer(
    events(['1']),
    problem(502, 'bad-gateway'),
    (response) => response.destroy(),
    events(['2']),
  );
  expect(await read(baseUrl, 2)).toEqual(['1', '2']);
});

test('fails with what the shop says when the order may not be read any more', async () => {
  const { baseUrl } = await startTestServer(events(['1']), problem(404, 'order-not-found'));
  await expect(read(baseUrl, 2)).rejects.toMatchObject({ status: 404, code: 'order-not-found' });
});

test('fails when the shop is not reached the first time', async () => {
  const { baseUrl, requests } = await startTestServer((response) => response.destroy());
  await expect(read(baseUrl, 1)).rejects.toBeInstanceOf(TypeError);
  expect(requests).toHaveLength(1);
});

test('gives up on a shop that stays away', async () => {
  const { baseUrl, requests } = await startTestServer(events(['1']), problem(500, 'internal-error'));
  await expect(read(baseUrl, 2)).rejects.toMatchObject({ status: 500 });
  expect(requests).toHaveLength(10);
});

test('ends with the signal’s reason, and lets the connection go', async () => {
  const { baseUrl, requests } = await startTestServer(events(['1'], { staysOpen: true }));
  const stop = new AbortController();
  const reading = (async () => {
    for await (const _ of createClient({ baseUrl }).orderEvents(orderId, { signal: stop.signal }))
      stop.abort(new Error('enough'));
  })();
  await expect(reading).rejects.toThrow('enough');
  if (!requests[0]!.socket.destroyed) await once(requests[0]!.socket, 'close');
});

test('ends with the signal of its client, beside one of its own', async () => {
  const { baseUrl } = await startTestServer(events(['1'], { staysOpen: true }));
  const [stop, own] = [new AbortController(), new AbortController()];
  const client = createClient({ baseUrl }).with({ signal: stop.signal });
  const reading = (async () => {
    for await (const _ of client.orderEvents(orderId, { signal: own.signal }))
      stop.abort(new Error('enough'));
  })();
  await expect(reading).rejects.toThrow('enough');
});

test('lets the connection go when the loop is left', async () => {
  const { baseUrl, requests } = await startTestServer(events(['1'], { staysOpen: true }));
  expect(await read(baseUrl, 1)).toEqual(['1']);
  if (!requests[0]!.socket.destroyed) await once(requests[0]!.socket, 'close');
});
