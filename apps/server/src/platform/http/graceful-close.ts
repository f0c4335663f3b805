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
/** A turn of the event loop in which hardly anything was done. */
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
   * The kernel resets connections that it has made and the process has not accepted: the listener closes after a turn of the event
   * loop that brought none and was short, so that hardly any came meanwhile. Whoever gets an answer connects anew for the next
   * request and keeps the loop busy, so new requests are held until then.
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

  // Not `app.close()`, which refuses what the pages under way still ask of the API.
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
