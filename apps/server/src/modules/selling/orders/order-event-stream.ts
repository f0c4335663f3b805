import { randomInt } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { OrderEvent } from '@kindred/contracts';
import type { Notifications } from '../../../platform/postgres/notifications.ts';

/** Made by a trigger of migration 0003. */
const channel = 'kindred_order_events';
const heartbeatMs = 15_000;
const streamsAtMost = 2_000;

export interface OrderEventStreams {
  /** False: this node has as many open as it takes. */
  readonly hasRoom: () => boolean;
  /** Sends what comes after `lastEventId`, then whatever happens, until the reader goes. */
  open(stream: {
    orderId: string;
    lastEventId: string;
    response: ServerResponse;
    /** Undefined: a guest. */
    userId: string | undefined;
    /** Asked before every event: a session may end while its stream goes on. */
    mayRead: () => Promise<boolean>;
    read: (eventId: string) => Promise<OrderEvent[]>;
  }): Promise<void>;
  /** What somebody may read has changed; undefined: for anybody. */
  recheck(userId: string | undefined): void;
  /** Ends the streams, and those that are opened later once they have sent what there is. */
  close(): void;
}

/**
 * Server-sent events of orders. Every node hears of every order's news by NOTIFY and reads the events themselves from the
 * table, so a reader may come back to any node with `Last-Event-ID` and misses nothing.
 */
export function createOrderEventStreams(notifications: Notifications): OrderEventStreams {
  const byOrder = new Map<string, Set<() => void>>();
  const responses = new Set<ServerResponse>();
  let isClosed = false;
  const readers = new Set<{ userId: string | undefined; check: () => void }>();
  notifications.subscribe(channel, (orderId) => {
    if (orderId !== '') for (const wake of byOrder.get(orderId) ?? []) wake();
    else for (const wakes of byOrder.values()) for (const wake of wakes) wake();
  });

  /** Readers come back to another node, not all in the same moment. */
  function end(response: ServerResponse): void {
    if (response.writableEnded) return;
    response.end(`retry: ${1_000 + randomInt(2_000)}\n: this node stops\n\n`);
  }

  return {
    hasRoom: () => responses.size < streamsAtMost,
    async open({ orderId, lastEventId, response, userId, mayRead, read }) {
      let last = lastEventId;
      let again = false;
      let reading = false;
      /** Something may still come for a reader whose stream has ended, but who has not closed it. */
      const write = (text: string) => {
        if (!response.writableEnded) response.write(text);
      };
      /** Whether there is still somebody to write to; a stream that its reader may not read any more ends. */
      async function check(): Promise<boolean> {
        const isAllowed = await mayRead().catch(() => false);
        if (!isAllowed) response.end();
        return !response.writableEnded;
      }
      async function send(): Promise<void> {
        again = true;
        if (reading) return;
        reading = true;
        try {
          while (again && !response.writableEnded) {
            again = false;
            const events = await read(last);
            if (!(await check())) return;
            for (const event of events) {
              last = event.event_id;
              write(`id: ${last}\nevent: order\ndata: ${JSON.stringify(event)}\n\n`);
            }
          }
        } catch {
          // The reader comes back with the last id it has seen.
          response.end();
        } finally {
          reading = false;
        }
      }
      const wake = () => void send();
      const wakes = byOrder.get(orderId) ?? new Set();
      byOrder.set(orderId, wakes.add(wake));
      responses.add(response);
      const reader = { userId, check: () => void check() };
      readers.add(reader);
      const heartbeat = setInterval(async () => {
        if (await check()) write(': still here\n\n');
      }, heartbeatMs);
      response.on('close', () => {
        clearInterval(heartbeat);
        responses.delete(response);
        readers.delete(reader);
        wakes.delete(wake);
        if (wakes.size === 0 && byOrder.get(orderId) === wakes) byOrder.delete(orderId);
      });
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'private, no-store, no-transform',
        'x-accel-buffering': 'no',
      });
      response.write('retry: 2000\n\n');
      await send();
      if (isClosed) end(response);
    },
    recheck(userId) {
      for (const reader of readers) if (userId === undefined || reader.userId === userId) reader.check();
    },
    close() {
      isClosed = true;
      for (const response of responses) end(response);
    },
  };
}
