import { createHash } from 'node:crypto';
import type { Scope } from '@kindred/contracts';
import { serviceKeyPrefix } from '../../../platform/http/caller.ts';
import { problemsOf } from '../../../platform/http/problem.ts';
import { createSecretToken } from '../../../platform/secret-token.ts';

/** A key of a machine, without its secret. */
export interface ServiceKey {
  readonly keyId: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  /** Null: never. */
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

export const serviceKeyProblem = problemsOf({
  'service-key-not-found': { status: 404, title: 'The service key does not exist' },
  'too-many-service-keys': { status: 409, title: 'The shop has too many service keys' },
});

/** The most keys that are valid at the same time, so that the list stays short enough to look through. */
export const mostKeys = 200;

export const createSecret = (): string => `${serviceKeyPrefix}${createSecretToken().token}`;

/** Its 256 random bits need no slow hash. */
export const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** Whether a text can be a key at all. */
export const isKeyForm = (text: string): boolean => /^kk_[\w-]{43}$/.test(text);
