/** @file How many requests a client may send: a service key, a user, or an address without a log-in. */
import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { ConfigError } from '../../config/config.ts';
import type { RateLimitConfig } from '../../config/rate-limits.ts';
import { isInProcess } from './in-process-fetch.ts';

/** Counts requests in windows of time: in this process, or for all nodes together. */
export interface RequestCounter {
  /** Counts one more. Returns how many there are in the current window, and when it ends. */
  count(client: string, windowMs: number): Promise<{ current: number; endsInMs: number }>;
  close(): Promise<void>;
}

/** The address is that of an IPv6 client's network, within which it can choose its addresses. */
function clientOf({ caller, ip }: FastifyRequest): string {
  if (caller.key) return `key ${caller.key.keyId}`;
  return caller.userId === undefined ? `address ${normalizeIP(ip)}` : `user ${caller.userId}`;
}

/** Limits the routes that are registered on `api` afterwards. It has to run after the caller is known. */
export async function registerRateLimits(
  api: FastifyInstance,
  { limits, counter }: { limits: RateLimitConfig; counter: RequestCounter },
): Promise<void> {
  const unknown = new Set(limits.routes.keys());
  api.addHook('onRoute', (route) => {
    const name = `${route.method} ${route.url}`;
    const max = limits.routes.get(name);
    if (max === undefined) return;
    unknown.delete(name);
    const { rateLimit: own } = route.config ?? {};
    route.config = { ...route.config, rateLimit: max > 0 && { ...own, max, timeWindow: '1 minute' } };
  });
  api.addHook('onReady', async () => {
    for (const name of unknown)
      throw new ConfigError(`RATE_LIMIT_ROUTES names ${name}, but the API has no such route.`);
  });
  const limitOf = ({ caller }: FastifyRequest) => (caller.key ? limits.keyPerMinute : limits.perMinute);
  await api.register(rateLimit, {
    max: limitOf,
    timeWindow: '1 minute',
    enableDraftSpec: true,
    keyGenerator: clientOf,
    // The storefront's pages call the API in process; one page makes several requests.
    allowList: (request) => isInProcess(request.headers) || limitOf(request) === 0,
    store: storeOn(counter),
  });
}

/** The store of the plugin. A route with a limit of its own has a counter of its own. */
function storeOn(counter: RequestCounter) {
  return class CounterStore {
    readonly #route: string;

    constructor(_: object, route = 'all routes') {
      this.#route = route;
    }

    incr(
      client: string,
      done: (error: Error | null, result?: { current: number; ttl: number }) => void,
      windowMs = 60_000,
    ): void {
      counter.count(`${this.#route} ${client}`, windowMs).then(
        ({ current, endsInMs }) => done(null, { current, ttl: endsInMs }),
        (error: Error) => done(error),
      );
    }

    child(options: object) {
      // Its types do not name what the plugin passes.
      const { method, url } = (options as { routeInfo: RouteOptions }).routeInfo;
      return new CounterStore({}, `${method} ${url}`);
    }
  };
}

/** The most clients of one process. Beyond that, the one that came first is forgotten. */
const mostClients = 50_000;

/** Counts in this process. Each node has its own counts. */
export function createLocalCounter(clock: () => number = Date.now): RequestCounter {
  const windows = new Map<string, { current: number; readonly endsAt: number }>();
  return {
    async count(client, windowMs) {
      const now = clock();
      let window = windows.get(client);
      if (!window || window.endsAt <= now) {
        windows.delete(client);
        window = { current: 0, endsAt: now + windowMs };
        windows.set(client, window);
        if (windows.size > mostClients) windows.delete(windows.keys().next().value!);
      }
      window.current++;
      return { current: window.current, endsInMs: window.endsAt - now };
    },
    close: async () => undefined,
  };
}
