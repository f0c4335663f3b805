import { randomInt } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { OrderEvent } from '@kindred/contracts';
import type { Notifications } from '../../../platform/postgres/notifications.ts';

/** A trigger (migration 0003) notifies this channel. */
const channel = 'kindred_order_events';
const heartbeatMs = 15_000;
const streamsAtMost = 2_000;

export interface OrderEventStreams {
  /** Returns false if this node has as many open streams as it allows. */
  readonly hasRoom: () => boolean;
  /** Sends the events after `lastEventId`, then each new event, until the reader disconnects. */
  open(stream: {
    orderId: string;
    lastEventId: string;
    response: ServerResponse;
    /** Undefined for a guest. */
    userId: string | undefined;
    /** Called before every event, because a session may end while its stream is open. */
    mayRead: () => Promise<boolean>;
    read: (eventId: string) => Promise<OrderEvent[]>;
  }): Promise<void>;
  /** Checks the rights of a user's streams again, or of all streams if undefined. */
  recheck(userId: string | undefined): void;
  /** Ends all streams. A stream that is opened later ends after it has sent the existing events. */
  close(): void;
}

/**
 * Server-sent events of orders. NOTIFY tells every node about new events, and the node reads them from the table. So a reader may
 * reconnect to any node with `Last-Event-ID` and miss nothing.
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

  /** Ends a stream so that its readers reconnect to another node at different times. */
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
      /** Ignores events for a stream that has ended but that the reader has not closed. */
      const write = (text: string) => {
        if (!response.writableEnded) response.write(text);
      };
      /** Whether the reader is still connected and allowed. It ends the stream if the reader is no longer allowed. */
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
          // The reader reconnects with the last id that it has seen.
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
