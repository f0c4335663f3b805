import type { Shop } from '@kindred/contracts';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import { findCategories } from '../catalog/index.ts';
import { inIco, readIcon } from './icons.ts';
import { writeLlms } from './llms.ts';
import { manifestOf } from './manifest.ts';
import { writeRobots } from './robots.ts';
import type { ReadInfoPages } from './sitemaps.ts';
import { createSocialCard } from './social-card.ts';

const iconParams = Type.Object({
  name: Type.Union([Type.Literal('192.png'), Type.Literal('512.png'), Type.Literal('maskable-512.png')]),
});
const icons = { '192.png': '192', '512.png': '512', 'maskable-512.png': 'maskable-512' } as const;

/** Files that browsers, crawlers and previews ask for by name, the same for every caller. */
export function shopFileRoutes({
  db,
  publicUrl,
  readShop,
  readInfoPages,
}: {
  db: Database;
  publicUrl: string;
  readShop: () => Promise<Shop>;
  readInfoPages: ReadInfoPages;
}): ApiPlugin {
  const readSocialCard = createSocialCard();
  return async (app) => {
    app.get('/robots.txt', { schema: { hide: true } }, async (_request, reply) =>
      keep(reply, 'hour').type('text/plain; charset=utf-8').send(writeRobots(publicUrl)),
    );

    app.get('/llms.txt', { schema: { hide: true } }, async (_request, reply) => {
      const [shop, categories, infoPages] = await Promise.all([
        readShop(),
        findCategories(db),
        readInfoPages(),
      ]);
      return keep(reply, 'hour')
        .type('text/plain; charset=utf-8')
        .send(writeLlms({ shop, categories, infoPages, publicUrl }));
    });

    app.get('/site.webmanifest', { schema: { hide: true } }, async (_request, reply) =>
      keep(reply, 'hour')
        .type('application/manifest+json')
        .send(JSON.stringify(manifestOf(await readShop()))),
    );

    app.get('/favicon.ico', { schema: { hide: true } }, async (_request, reply) =>
      keep(reply, 'day')
        .type('image/x-icon')
        .send(inIco(await readIcon('favicon'))),
    );

    app.get('/apple-touch-icon.png', { schema: { hide: true } }, async (_request, reply) =>
      keep(reply, 'day')
        .type('image/png')
        .send(await readIcon('apple-touch-icon')),
    );

    app.get('/media/icons/:name', { schema: { hide: true, params: iconParams } }, async (request, reply) =>
      keep(reply, 'day')
        .type('image/png')
        .send(await readIcon(icons[request.params.name])),
    );

    app.get('/media/social.png', { schema: { hide: true } }, async (_request, reply) =>
      keep(reply, 'day')
        // Previews on other sites show it.
        .header('cross-origin-resource-policy', 'cross-origin')
        .type('image/png')
        .send(await readSocialCard(await readShop())),
    );
  };
}

const seconds = { hour: 3_600, day: 86_400 };

function keep(reply: FastifyReply, time: keyof typeof seconds): FastifyReply {
  return reply.header('cache-control', `public, max-age=${seconds[time]}`);
}
