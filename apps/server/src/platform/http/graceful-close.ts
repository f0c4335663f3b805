/**
 * @file Closes the HTTP server so that every client that has sent a request gets its answer. After the node is told to stop, answers have
 * `Connection: close`, so clients disconnect. Connections that are still open later are idle, or their requests are awaited.
 */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as delay, setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { isInProcess } from './in-process-fetch.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Accepts no more connections and finishes running requests, before `close()`. Longer requests are cut off. */
    finishRequests(limitMs: number): Promise<void>;
  }
}

/** A connection that has sent nothing for this time, such as one that a browser opens in advance, has no pending request. */
const silentMs = 500;
/** The longest duration of an almost idle turn of the event loop. */
const quietTurnMs = 0.2;
const pollMs = 25;

export function registerGracefulClose(app: FastifyInstance, stopping: AbortSignal): void {
  const { server } = app;
  const sockets = new Set<Socket>();
  const underWay = new Set<ServerResponse>();
  let listenerClosed: Promise<void> | undefined;

  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  app.addHook('onRequest', async (request, { raw }) => {
    underWay.add(raw);
    raw.once('close', () => underWay.delete(raw));
    if (stopping.aborted) endConnectionAfter(raw);
    if (!isInProcess(request.headers)) await listenerClosed;
  });
  stopping.addEventListener('abort', () => {
    for (const response of underWay) endConnectionAfter(response);
  });

  /**
   * Closes the listener. The kernel resets connections that it has established but the process has not accepted. So the listener closes after
   * a short turn of the event loop without new connections, during which hardly any can have arrived. Clients that get an answer reconnect
   * for their next request and keep the loop busy, so new requests are held until then.
   */
  async function closeListener(onAllClosed: () => void, until: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    listenerClosed = promise;
    let came = false;
    const onConnection = () => {
      came = true;
    };
    server.on('connection', onConnection);
    for (let began = performance.now(), isQuiet = false; !isQuiet && began < until; ) {
      came = false;
      await turnOfTheLoop();
      const ended = performance.now();
      isQuiet = !came && ended - began < quietTurnMs;
      began = ended;
    }
    server.close(onAllClosed);
    server.off('connection', onConnection);
    resolve();
  }

  // Not `app.close()`, which would refuse the API requests of pages that are still being rendered.
  app.decorate('finishRequests', async (limitMs: number) => {
    const cutOff = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
      for (const response of underWay) response.destroy();
    }, limitMs);
    let isClosed = false;
    await closeListener(
      () => {
        isClosed = true;
      },
      performance.now() + limitMs / 2,
    );
    const closedAt = performance.now();
    while (!isClosed || underWay.size > 0) {
      await delay(pollMs);
      server.closeIdleConnections();
      if (performance.now() - closedAt > silentMs)
        for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    }
    clearTimeout(cutOff);
  });
}

function endConnectionAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}
