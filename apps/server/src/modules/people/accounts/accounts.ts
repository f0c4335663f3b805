import type { CartMerge } from '@kindred/contracts';
import type { Logger } from 'pino';
import type { Database } from '../../../platform/postgres/database.ts';
import { type AttemptLimits, createAttemptLimits } from './attempt-limits.ts';
import type { Passwords } from './password.ts';

interface Dependencies {
  readonly db: Database;
  /** Signs access tokens. */
  readonly secret: string;
  readonly passwords: Passwords;
  /** The base address of links in mails. */
  readonly publicUrl: string;
  readonly clock: () => Date;
  readonly logger: Pick<Logger, 'error' | 'warn'>;
  /** Further work at a log-in. Its result is part of the answer. If it fails, the log-in still succeeds. */
  readonly onLogin: (who: LoggedIn) => Promise<CartMerge | undefined>;
  /** Called when a user's sessions end, so that this node need not wait for the database's notification. */
  readonly onAccessChanged: (userId: string) => void;
  /** Deletes the data of an erased user that is kept outside the database. */
  readonly onErased: (userId: string) => Promise<void>;
}

export interface LoggedIn {
  readonly userId: string;
  readonly visitorId: string | undefined;
}

/** The dependencies of the use cases. */
export interface Accounts extends Dependencies {
  readonly limits: AttemptLimits;
}

export function createAccounts(dependencies: Dependencies): Accounts {
  return { ...dependencies, limits: createAttemptLimits(dependencies) };
}
