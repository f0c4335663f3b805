/**
 * @file Reads carts from Redis; PostgreSQL is the source of truth. A change is committed to PostgreSQL first and then written to Redis.
 * If this write fails, the node stops using Redis, and starts a new epoch before it uses Redis again. From then on, no node trusts a
 * cart of an earlier epoch. No request waits for a connection, and none waits longer than a quarter of a second for an answer.
 *
 * If only one node cannot reach Redis, the others may read a cart as it was before that node's change, for at most the ten minutes
 * that a cart lives in Redis. Changes and checkouts always use PostgreSQL.
 */
import { Redis } from 'ioredis';
import {
  type CartOwner,
  CartOwnerGoneError,
  type CartStore,
  emptyCart,
  type StoredCart,
} from '../ports/cart-store.ts';
import type { VersionedCart, VersionedCartStore } from './postgres-cart-store.ts';
import { nextEpochScript, readScript, storeScript } from './redis-cart-scripts.ts';

const epochKey = 'kindred:carts:epoch';
const livesMs = 10 * 60_000;
const patienceMs = 250;

interface Log {
  warn(details: object, message: string): void;
  info(message: string): void;
}

/** The scripts, as ioredis adds them to a connection. */
interface CartScripts {
  readCart(epochKey: string, cartKey: string): Promise<[epoch?: string, cart?: string]>;
  storeCart(
    epochKey: string,
    cartKey: string,
    version: number,
    epoch: string,
    cart: string,
    livesMs: number,
  ): Promise<string | null>;
  nextEpoch(epochKey: string, nowMs: number): Promise<string>;
}

export function createRedisCartStore({
  url,
  store,
  logger,
}: {
  url: string;
  store: VersionedCartStore;
  logger: Log;
}): CartStore {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    // A command that is resent later could write an older cart than Redis has by then.
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    commandTimeout: patienceMs,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
    scripts: {
      readCart: { lua: readScript, numberOfKeys: 2 },
      storeCart: { lua: storeScript, numberOfKeys: 2 },
      nextEpoch: { lua: nextEpochScript, numberOfKeys: 1 },
    },
  }) as Redis & CartScripts;

  /** Undefined while Redis is not used. */
  let epoch: string | undefined;
  let awaySince: Date | undefined = new Date();
  /** The number of changes that were not written to Redis. */
  let untold = 0;
  let hasWarned = false;
  let isClosing = false;

  function leave(error: unknown): void {
    epoch = undefined;
    awaySince ??= new Date();
    if (hasWarned || isClosing) return;
    hasWarned = true;
    logger.warn({ err: error }, 'Redis does not answer: carts are read from PostgreSQL');
  }

  /** Stops using Redis until a new connection is made. */
  function reconnect(error: unknown): void {
    leave(error);
    if (!isClosing && redis.status === 'ready') redis.disconnect(true);
  }

  async function enter(): Promise<void> {
    try {
      // If a change was committed meanwhile and not written to Redis, it may be later than the new epoch, so another epoch is needed.
      for (;;) {
        const before = untold;
        const next = await redis.nextEpoch(epochKey, Date.now());
        if (untold !== before) continue;
        epoch = next;
        awaySince = undefined;
        hasWarned = false;
        logger.info('carts are read from Redis');
        return;
      }
    } catch (error) {
      reconnect(error);
    }
  }

  redis.on('error', reconnect);
  redis.on('close', () => leave(new Error('The connection to Redis is closed.')));
  redis.on('ready', () => void enter());

  /** `madeIn` is the epoch before PostgreSQL was asked. */
  async function tell(
    owner: CartOwner,
    { cart, version }: VersionedCart,
    madeIn: string | undefined,
  ): Promise<boolean> {
    if (epoch === undefined) return false;
    try {
      const current = await redis.storeCart(
        epochKey,
        keyOf(owner),
        version,
        madeIn ?? 'none',
        JSON.stringify(cart),
        livesMs,
      );
      if (epoch !== undefined && current !== null) epoch = current;
      return true;
    } catch (error) {
      reconnect(error);
      return false;
    }
  }

  async function tellChange(
    owner: CartOwner,
    changed: VersionedCart,
    madeIn: string | undefined,
  ): Promise<void> {
    if (!(await tell(owner, changed, madeIn))) untold++;
  }

  /** An unexpected failure may have come after the commit, so Redis may be outdated from then on. */
  async function certain<Carts, Changed>(
    change: (carts: Carts) => Carts,
    update: (change: (carts: Carts) => Carts) => Promise<Changed>,
  ): Promise<Changed> {
    let isRefused = false;
    try {
      return await update((carts) => {
        isRefused = true;
        const changed = change(carts);
        isRefused = false;
        return changed;
      });
    } catch (error) {
      if (!isRefused && !(error instanceof CartOwnerGoneError)) {
        untold++;
        reconnect(error);
      }
      throw error;
    }
  }

  return {
    async read(owner) {
      if (epoch === undefined) return store.read(owner);
      let answer: [epoch?: string, cart?: string];
      try {
        answer = await redis.readCart(epochKey, keyOf(owner));
      } catch (error) {
        reconnect(error);
        return store.read(owner);
      }
      const [current, cart] = answer;
      // A node of an older version may have written it.
      if (cart !== undefined) return { ...emptyCart, ...(JSON.parse(cart) as Partial<StoredCart>) };
      if (current === undefined) reconnect(new Error('Redis has lost the epoch of the carts.'));
      else if (epoch !== undefined) epoch = current;
      const read = await store.readVersioned(owner);
      await tell(owner, read, current);
      return read.cart;
    },
    async update(owner, change) {
      const madeIn = epoch;
      const changed = await certain(change, (certainChange) => store.updateVersioned(owner, certainChange));
      await tellChange(owner, changed, madeIn);
      return changed.cart;
    },
    async updateBoth(owners, change) {
      const madeIn = epoch;
      const changed = await certain(change, (certainChange) =>
        store.updateBothVersioned(owners, certainChange),
      );
      await Promise.all(changed.map((one, place) => tellChange(owners[place], one, madeIn)));
      return [changed[0].cart, changed[1].cart];
    },
    async forget(owner) {
      const madeIn = epoch;
      const left = await store.readVersioned(owner);
      if (left.version === 0 && epoch !== undefined) await redis.del(keyOf(owner)).catch(reconnect);
      else await tellChange(owner, left, madeIn);
    },
    degradation: () =>
      awaySince && `Redis has not answered since ${awaySince.toISOString()}: carts are read from PostgreSQL.`,
    async close() {
      isClosing = true;
      redis.disconnect();
      await store.close();
    },
  };
}

function keyOf(owner: CartOwner): string {
  return owner.kind === 'user'
    ? `kindred:carts:user:${owner.userId}`
    : `kindred:carts:visitor:${owner.visitorId}`;
}
