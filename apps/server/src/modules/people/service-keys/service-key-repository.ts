import type { Scope } from '@kindred/contracts';
import { type Database, withTransaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { mostKeys, type ServiceKey } from './service-key.ts';

/** The PostgreSQL channel that notifies nodes of a revoked key. */
export const serviceKeysChannel = 'kindred_service_keys';

interface ServiceKeyRow {
  key_id: string;
  name: string;
  scopes: Scope[];
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
  revoked_at: string | null;
}

const columns = sql`key_id, name, scopes, created_at, expires_at, last_used_at, revoked_at`;
const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

function keyOf(row: ServiceKeyRow): ServiceKey {
  return {
    keyId: row.key_id,
    name: row.name,
    scopes: row.scopes,
    createdAt: new Date(row.created_at),
    expiresAt: dateOf(row.expires_at),
    lastUsedAt: dateOf(row.last_used_at),
    revokedAt: dateOf(row.revoked_at),
  };
}

export async function findByHash(db: Database, hash: Buffer): Promise<ServiceKey | undefined> {
  const { rows } = await db.execute<ServiceKeyRow>(
    sql`select ${columns} from service_keys where key_hash = ${hash}`,
  );
  return rows.map(keyOf)[0];
}

/** Returns the newest keys first, also those that are no longer valid. */
export async function listServiceKeys(db: Database): Promise<ServiceKey[]> {
  const { rows } = await db.execute<ServiceKeyRow>(
    sql`select ${columns} from service_keys order by created_at desc, key_id limit 500`,
  );
  return rows.map(keyOf);
}

/** Returns undefined if the shop has the most valid keys already. */
export async function insertServiceKey(
  db: Database,
  {
    name,
    hash,
    scopes,
    createdBy,
    expiresAt,
  }: {
    name: string;
    hash: Buffer;
    scopes: readonly Scope[];
    createdBy: string | undefined;
    expiresAt: Date | null;
  },
): Promise<ServiceKey | undefined> {
  return withTransaction(db, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('kindred:service-keys'))`);
    const { rows } = await tx.execute<ServiceKeyRow>(sql`
      insert into service_keys (name, key_hash, scopes, created_by, expires_at)
      select ${name}, ${hash}, ${scopes}::text[], (select user_id from users where user_id = ${createdBy ?? null}),
        ${expiresAt?.toISOString() ?? null}::timestamptz
      where (select count(*) from service_keys where revoked_at is null and coalesce(expires_at, 'infinity') > now()) < ${mostKeys}
      returning ${columns}`);
    return rows.map(keyOf)[0];
  });
}

/** Revokes a key. Every node is notified at the commit. A key that is revoked already stays so. */
export async function revokeServiceKey(db: Database, keyId: string): Promise<ServiceKey | undefined> {
  return withTransaction(db, async (tx) => {
    const { rows } = await tx.execute<ServiceKeyRow>(sql`
      update service_keys set revoked_at = coalesce(revoked_at, now()) where key_id = ${keyId}::uuid returning ${columns}`);
    await tx.execute(sql`select pg_notify(${serviceKeysChannel}, ${keyId})`);
    return rows.map(keyOf)[0];
  });
}

/** Nodes and requests share one write per minute. */
export async function noteUse(db: Database, keyId: string): Promise<void> {
  await db.execute(sql`
    update service_keys set last_used_at = now()
    where key_id = ${keyId}::uuid and coalesce(last_used_at, '-infinity') < now() - interval '1 minute'`);
}
