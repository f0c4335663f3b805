import type { TokenClaims } from '../../../platform/http/api-token.ts';
import type { Standing } from '../../../platform/http/caller.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { Notifications } from '../../../platform/postgres/notifications.ts';
import { findStandingOf, type StoredStanding } from './session-repository.ts';

/** Triggers of the migration “ended-sessions” send a user's id here. */
const channel = 'kindred_sessions';
/** How long a node caches the state of a session if it gets no notification. */
export const believedMs = 2_000;

export interface SessionStates {
  /** Returns the current rights of a token's holder, or undefined if the session has ended or the account was deleted. */
  standingOf(claims: TokenClaims): Promise<Standing | undefined>;
  /** Makes this node read a user's rights again, or all rights if undefined. The database notifies other nodes. */
  forget(userId: string | undefined): void;
  /** `listener` is called with the user whose rights may have changed, or undefined for all users. */
  onChange(listener: (userId: string | undefined) => void): void;
}

interface Known {
  readonly userId: string;
  readonly standing: Promise<StoredStanding | undefined>;
  readonly until: number;
}

/** Caches the state of sessions for two seconds. The database notifies the node immediately when one changes. */
export function createSessionStates({
  db,
  notifications,
  clock = Date.now,
}: {
  db: Database;
  notifications: Pick<Notifications, 'subscribe'>;
  clock?: () => number;
}): SessionStates {
  /** In the order of reading. */
  const known = new Map<string, Known>();
  const listeners: ((userId: string | undefined) => void)[] = [];

  function forget(changed: string | undefined): void {
    for (const [key, { userId }] of known) if (changed === undefined || userId === changed) known.delete(key);
    for (const listener of listeners) listener(changed);
  }
  notifications.subscribe(channel, (payload) => forget(payload === '' ? undefined : payload));

  function forgetOld(): void {
    for (const [key, { until }] of known) {
      if (clock() < until) return;
      known.delete(key);
    }
  }

  function storedOf(userId: string, sessionId: string | undefined): Known['standing'] {
    forgetOld();
    const key = `${sessionId} ${userId}`;
    const before = known.get(key);
    if (before) return before.standing;
    const fresh = {
      userId,
      standing: findStandingOf(db, { userId, sessionId }),
      until: clock() + believedMs,
    };
    known.set(key, fresh);
    fresh.standing.catch(() => {
      if (known.get(key) === fresh) known.delete(key);
    });
    return fresh.standing;
  }

  return {
    async standingOf({ userId, sessionId, isAdmin }) {
      if (userId === undefined) return { isAdmin, isOptedOut: false };
      const stored = await storedOf(userId, sessionId);
      if (stored === undefined) return undefined;
      // A token made on the command line has no session, and itself says whether it is an administrator's.
      return {
        isAdmin: sessionId === undefined ? isAdmin : stored.role === 'admin',
        isOptedOut: stored.isOptedOut,
      };
    },
    forget,
    onChange(listener) {
      listeners.push(listener);
    },
  };
}
