import {
  MadeServiceKey,
  NewServiceKey,
  type ServiceKey as ServiceKeyAnswer,
  ServiceKeyList,
  Uuid,
} from '@kindred/contracts';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { createServiceKey } from './create-service-key.ts';
import { type ServiceKey, serviceKeyProblem } from './service-key.ts';
import { listServiceKeys, revokeServiceKey } from './service-key-repository.ts';

const tags = ['admin'];
const params = Type.Object({ id: Uuid('Of the key') });

/** Returns a key as answers have it. */
export function presentServiceKey(key: ServiceKey): ServiceKeyAnswer {
  return {
    key_id: key.keyId,
    name: key.name,
    scopes: [...key.scopes],
    created_at: key.createdAt.toISOString(),
    expires_at: key.expiresAt?.toISOString() ?? null,
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
  };
}

export function serviceKeyRoutes({
  db,
  onRevoked,
  clock,
}: {
  db: Database;
  /** Makes this node reject the key immediately; the database notifies the others. */
  onRevoked: () => void;
  clock: () => Date;
}): ApiPlugin {
  return async (app) => {
    app.get(
      '/admin/service-keys',
      {
        schema: {
          tags,
          operationId: 'listServiceKeys',
          asker: 'admin',
          permission: 'service-keys:write',
          summary: 'List the keys of machines',
          description: 'Also the keys that have expired or were revoked; at most the newest 500.',
          answers: { 200: 'The keys, without their secrets' },
          response: { 200: ServiceKeyList },
        },
      },
      async () => ({ items: (await listServiceKeys(db)).map(presentServiceKey) }),
    );

    app.post(
      '/admin/service-keys',
      {
        schema: {
          tags,
          operationId: 'createServiceKey',
          asker: 'admin',
          permission: 'service-keys:write',
          summary: 'Make a key for a machine',
          description:
            'The machine sends it as `Authorization: Bearer KEY`. It may call the routes whose permission is among its scopes, and no other.',
          problems: serviceKeyProblem.known('too-many-service-keys'),
          answers: { 201: 'The key. No later answer has its secret' },
          body: NewServiceKey,
          response: { 201: MadeServiceKey },
        },
      },
      async ({ body: { name, scopes, expires_at }, caller }, reply) => {
        const { secret, ...key } = await createServiceKey(db, {
          name,
          scopes,
          expiresAt: expires_at === undefined ? null : new Date(expires_at),
          createdBy: caller.userId,
          now: clock(),
        });
        return reply.status(201).send({ ...presentServiceKey(key), key: secret });
      },
    );

    app.delete(
      '/admin/service-keys/:id',
      {
        schema: {
          tags,
          operationId: 'revokeServiceKey',
          asker: 'admin',
          permission: 'service-keys:write',
          summary: 'Revoke a key',
          description:
            'Every node rejects it immediately, or within two seconds if the node did not get the database’s notification. A revoked key stays in the list.',
          problems: serviceKeyProblem.known('service-key-not-found'),
          answers: { 204: 'The key is not valid any more' },
          params,
          response: { 204: Type.Null() },
        },
      },
      async ({ params: { id } }, reply) => {
        if (!(await revokeServiceKey(db, id))) throw serviceKeyProblem('service-key-not-found');
        onRevoked();
        return reply.status(204).send(null);
      },
    );
  };
}
