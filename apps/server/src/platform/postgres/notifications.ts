import pg from 'pg';
import type { Logger } from 'pino';
import { runComposed } from './composed-statement.ts';
import { nodeConnection } from './live-nodes.ts';

export interface Notifications {
  /** Calls `listener` with the payload of each NOTIFY, and once with '' after an interruption in which some may have been missed. */
  subscribe(channel: string, listener: (payload: string) => void): void;
  close(): Promise<void>;
}

const firstRetryMs = 250;
const lastRetryMs = 10_000;

/** Opens a connection for notifications of other nodes. It reconnects automatically. */
export async function createNotifications({
  connectionString,
  logger,
}: {
  connectionString: string;
  logger: Pick<Logger, 'warn'>;
}): Promise<Notifications> {
  const listeners = new Map<string, ((payload: string) => void)[]>();
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;
  /** Runs one LISTEN after the other. */
  let listening: Promise<unknown> = Promise.resolve();

  function later(waitMs: number): void {
    if (closed || retry) return;
    retry = setTimeout(async () => {
      retry = undefined;
      try {
        await connect();
        for (const heard of listeners.values()) for (const listener of heard) listener('');
      } catch (error) {
        logger.warn({ err: error }, 'no connection for notifications');
        later(Math.min(waitMs * 2, lastRetryMs));
      }
    }, waitMs);
    retry.unref();
  }

  async function connect(): Promise<void> {
    const fresh = new pg.Client({
      connectionString,
      application_name: nodeConnection,
      keepAlive: true,
    });
    fresh.on('error', () => undefined);
    fresh.on('end', () => {
      if (client !== fresh) return;
      client = undefined;
      later(firstRetryMs);
    });
    fresh.on('notification', ({ channel, payload }) => {
      for (const listener of listeners.get(channel) ?? []) listener(payload ?? '');
    });
    await fresh.connect();
    for (const channel of listeners.keys()) await listenTo(fresh, channel);
    client = fresh;
  }

  await connect();
  return {
    subscribe(channel, listener) {
      const heard = listeners.get(channel);
      if (heard) heard.push(listener);
      else {
        listeners.set(channel, [listener]);
        listening = listening
          .then(() => client && listenTo(client, channel))
          .catch(() => later(firstRetryMs));
      }
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      const last = client;
      client = undefined;
      await last?.end();
    },
  };
}

const listenTo = (client: pg.Client, channel: string): Promise<void> =>
  runComposed(client, `listen ${pg.escapeIdentifier(channel)}`);
