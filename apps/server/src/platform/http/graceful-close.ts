/**
 * @file Closes the HTTP server so that whoever has sent a request gets its answer. From the moment the node is told to stop,
 * answers say `Connection: close`: clients leave by themselves. What is still open later has nothing to say, or is waited for.
 */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as delay, setImmediate as turnOfTheLoop } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { isInProcess } from './in-process-fetch.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Takes no more connections and ends the requests under way, before `close()`. Those that last longer are cut off. */
    finishRequests(limitMs: number): Promise<void>;
  }
}

/** A connection that has sent nothing for so long, such as a browser's in advance, is no request on its way. */
const silentMs = 500;
/** How long the listener waits for a moment in which nobody comes. */
const quietWithinMs = 1_000;
const pollMs = 25;

export function registerGracefulClose(app: FastifyInstance, stopping: AbortSignal): void {
  const { server } = app;
  const sockets = new Set<Socket>();
  const underWay = new Set<ServerResponse>();
  const held = new Set<ServerResponse>();
  let listenerClosed: Promise<void> | undefined;

  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  app.addHook('onRequest', async (request, { raw }) => {
    underWay.add(raw);
    raw.once('close', () => underWay.delete(raw));
    if (stopping.aborted) endConnectionAfter(raw);
    if (listenerClosed === undefined || isInProcess(request.headers)) return;
    held.add(raw);
    await listenerClosed;
    held.delete(raw);
  });
  stopping.addEventListener('abort', () => {
    for (const response of underWay) endConnectionAfter(response);
  });

  /**
   * The kernel resets connections that it has made and the process has not accepted: the listener closes in a turn of the event
   * loop that has brought none. Whoever gets an answer connects anew for the next request, so new requests are held meanwhile.
   */
  async function closeListener(onAllClosed: () => void): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    listenerClosed = promise;
    let came = true;
    const onConnection = () => {
      came = true;
    };
    server.on('connection', onConnection);
    const until = performance.now() + quietWithinMs;
    while ((came || underWay.size > held.size) && performance.now() < until) {
      came = false;
      await turnOfTheLoop();
    }
    server.close(onAllClosed);
    server.off('connection', onConnection);
    resolve();
  }

  // Not `app.close()`, which refuses what the pages under way still ask of the API.
  app.decorate('finishRequests', async (limitMs: number) => {
    const cutOff = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
      for (const response of underWay) response.destroy();
    }, limitMs);
    let isClosed = false;
    await closeListener(() => {
      isClosed = true;
    });
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
