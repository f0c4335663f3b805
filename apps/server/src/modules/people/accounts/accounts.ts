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
  /** Links in mails start with it. */
  readonly publicUrl: string;
  readonly clock: () => Date;
  readonly logger: Pick<Logger, 'error' | 'warn'>;
  /** What else happens at a log-in; what it gives goes out with the answer. Its failure keeps nobody out. */
  readonly onLogin: (who: LoggedIn) => Promise<CartMerge | undefined>;
  /** Somebody’s sessions ended: this node does not wait to hear it from the database. */
  readonly onAccessChanged: (userId: string) => void;
  /** Whatever is kept outside the database about somebody who was erased. */
  readonly onErased: (userId: string) => Promise<void>;
}

export interface LoggedIn {
  readonly userId: string;
  readonly visitorId: string | undefined;
}

/** What the use cases of accounts need. */
export interface Accounts extends Dependencies {
  readonly limits: AttemptLimits;
}

export function createAccounts(dependencies: Dependencies): Accounts {
  return { ...dependencies, limits: createAttemptLimits(dependencies) };
}
