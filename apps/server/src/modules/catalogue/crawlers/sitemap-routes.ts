import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { problemOfStatus } from '../../../platform/http/problem.ts';
import type { Sitemaps } from './sitemaps.ts';

const params = Type.Object({ name: Type.String() });

/** The lists of all pages for search engines, the same for every caller. */
export function sitemapRoutes({ sitemaps }: { sitemaps: Sitemaps }): ApiPlugin {
  return async (app) => {
    app.get('/sitemap.xml', { schema: { hide: true } }, async (_request, reply) =>
      sendXml(reply, await sitemaps.all()),
    );

    app.get('/sitemaps/:name', { schema: { hide: true, params } }, async (request, reply) => {
      const file = await sitemaps.file(request.params.name);
      if (!file) throw problemOfStatus(404, 'This sitemap does not exist');
      return sendXml(reply, file);
    });
  };
}

/** Waits for the first part, so that a failure of the database becomes an answer. */
async function sendXml(reply: FastifyReply, parts: AsyncGenerator<string>): Promise<FastifyReply> {
  const first = await parts.next();
  async function* fromTheStart() {
    if (!first.done) yield first.value;
    yield* parts;
  }
  return reply
    .header('cache-control', 'public, max-age=3600')
    .type('application/xml; charset=utf-8')
    .send(Readable.from(fromTheStart(), { objectMode: false }));
}
