import type { FindServiceKey } from '../../../platform/http/caller.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { Notifications } from '../../../platform/postgres/notifications.ts';
import { hashOf, isKeyForm, type ServiceKey } from './service-key.ts';
import { findByHash, noteUse, serviceKeysChannel } from './service-key-repository.ts';

/** How long a node caches a key if it gets no notification. */
const believedMs = 2_000;
const noteEveryMs = 60_000;

export interface ValidServiceKeys {
  readonly find: FindServiceKey;
  /** Makes this node read all keys again. The database notifies other nodes. */
  forget(): void;
  close(): Promise<void>;
}

/** Checks keys. It caches each for two seconds; the database notifies the node immediately when one is revoked. */
export function createValidServiceKeys({
  db,
  notifications,
  logger,
  clock = Date.now,
}: {
  db: Database;
  notifications: Pick<Notifications, 'subscribe'>;
  logger: { warn(details: object, message: string): void };
  clock?: () => number;
}): ValidServiceKeys {
  /** By hash, in the order of reading. */
  const known = new Map<string, { readonly key: Promise<ServiceKey | undefined>; readonly until: number }>();
  const notedAt = new Map<string, number>();
  let noting: Promise<void> = Promise.resolve();
  const forget = () => known.clear();
  notifications.subscribe(serviceKeysChannel, forget);

  function read(text: string): Promise<ServiceKey | undefined> {
    for (const [hash, { until }] of known) {
      if (clock() < until) break;
      known.delete(hash);
    }
    const hash = hashOf(text);
    const name = hash.toString('hex');
    const before = known.get(name);
    if (before) return before.key;
    const fresh = { key: findByHash(db, hash), until: clock() + believedMs };
    known.set(name, fresh);
    fresh.key.catch(() => {
      if (known.get(name) === fresh) known.delete(name);
    });
    return fresh.key;
  }

  function note(keyId: string): void {
    if (clock() - (notedAt.get(keyId) ?? Number.NEGATIVE_INFINITY) < noteEveryMs) return;
    notedAt.set(keyId, clock());
    noting = noting
      .then(() => noteUse(db, keyId))
      .catch((error: unknown) =>
        logger.warn({ err: error, keyId }, 'the use of a service key was not noted'),
      );
  }

  return {
    async find(text) {
      const key = isKeyForm(text) ? await read(text) : undefined;
      if (key === undefined) return 'unknown-key';
      if (key.revokedAt !== null) return 'revoked-key';
      if (key.expiresAt !== null && key.expiresAt.getTime() <= clock()) return 'expired-key';
      note(key.keyId);
      return { keyId: key.keyId, name: key.name, scopes: new Set(key.scopes) };
    },
    forget,
    close: () => noting,
  };
}
