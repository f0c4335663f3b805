import type { Scope } from '@kindred/contracts';
import { invalidRequest } from '../../../platform/http/strict/invalid-request.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { createSecret, hashOf, mostKeys, type ServiceKey, serviceKeyProblem } from './service-key.ts';
import { insertServiceKey } from './service-key-repository.ts';

/**
 * Makes a key. Only the answer has its secret.
 * @throws ProblemError `invalid-request`, `too-many-service-keys`
 */
export async function createServiceKey(
  db: Database,
  {
    name,
    scopes,
    expiresAt,
    createdBy,
    now,
  }: {
    name: string;
    scopes: readonly Scope[];
    /** Null: never. */
    expiresAt: Date | null;
    createdBy: string | undefined;
    now: Date;
  },
): Promise<ServiceKey & { readonly secret: string }> {
  if (expiresAt !== null && expiresAt <= now)
    throw invalidRequest([
      {
        in: 'body',
        pointer: '/expires_at',
        code: 'out-of-range',
        message: 'expires at is not in the future',
      },
    ]);
  const secret = createSecret();
  const key = await insertServiceKey(db, {
    name,
    hash: hashOf(secret),
    scopes: [...new Set(scopes)].sort(),
    createdBy,
    expiresAt,
  });
  if (!key)
    throw serviceKeyProblem(
      'too-many-service-keys',
      `At most ${mostKeys} keys may be valid. Revoke one that is no longer needed.`,
    );
  return { ...key, secret };
}
