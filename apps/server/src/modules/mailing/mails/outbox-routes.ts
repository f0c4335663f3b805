/**
 * @file Shows the mails of a shop without a mail server to administrators. If only this machine can reach the shop, it shows them to any
 * caller on this machine. A proxy in front would send requests of other machines from here, and not every proxy identifies itself.
 */
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { hostName, isLoopback } from '../../../platform/http/host-name.ts';
import { sendPlainPage } from '../../../platform/http/plain-page.ts';
import { problemOfStatus } from '../../../platform/http/problem.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { findOutbox, findOutboxEntry, type OutboxEntry } from './mail-repository.ts';
import { outboxMailPage, outboxPage } from './outbox-pages.ts';

const shownAtOnce = 200;
const params = Type.Object({ id: Type.String({ format: 'uuid' }) });

export function outboxRoutes({
  db,
  host,
  publicUrl,
  hasProxies,
}: {
  db: Database;
  /** The address on which the shop listens. */
  host: string;
  publicUrl: string;
  /** Whether the configuration names proxies in front of the shop. */
  hasProxies: boolean;
}): ApiPlugin {
  const isPrivate = isLoopback(host) && isLoopback(hostName(new URL(publicUrl).host)) && !hasProxies;
  // A mail has its own styles and absolute addresses of pictures, but never a script.
  const mailPolicy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src 'self' ${new URL(publicUrl).origin} data: https:`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
  ].join('; ');

  return async (app) => {
    app.addHook('onRequest', async (request) => {
      if (!request.caller.isAdmin && !(isPrivate && comesFromThisMachine(request)))
        throw problemOfStatus(404);
    });

    async function entryOf(mailId: string): Promise<OutboxEntry> {
      const entry = await findOutboxEntry(db, mailId);
      if (!entry) throw problemOfStatus(404);
      return entry;
    }

    app.get('/outbox', { schema: { hide: true } }, async (_request, reply) =>
      sendPlainPage(reply, outboxPage(await findOutbox(db, shownAtOnce), shownAtOnce)),
    );

    app.get('/outbox/:id', { schema: { hide: true, params } }, async (request, reply) =>
      sendPlainPage(reply, outboxMailPage(await entryOf(request.params.id))),
    );

    app.get('/outbox/:id/html', { schema: { hide: true, params } }, async (request, reply) => {
      const { content } = await entryOf(request.params.id);
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-security-policy', mailPolicy)
        .send(content?.html ?? '');
    });
  };
}

function comesFromThisMachine({ raw, headers, host }: FastifyRequest): boolean {
  const isForwarded = Object.keys(headers).some((name) =>
    /^(?:forwarded|via|x-real-ip|x-forwarded-.*)$/.test(name),
  );
  return !isForwarded && isLoopback(raw.socket.remoteAddress ?? '') && isLoopback(hostName(host));
}
