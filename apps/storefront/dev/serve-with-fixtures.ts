/**
 * @file The storefront alone, with a catalogue of fixtures in place of the shop's server:
 * `node apps/storefront/dev/serve-with-fixtures.ts [--dev] [--port 4100]`. The test bed for pages and components.
 */
import { parseArgs } from 'node:util';
import helmet from '@fastify/helmet';
import fastify from 'fastify';
import { registerStorefront } from '../../server/src/adapters/react-router-storefront.ts';
import { fixtureApi, type Visitor } from './fixtures.ts';
import { drawFixturePicture } from './pictures.ts';

const { values } = parseArgs({
  options: { dev: { type: 'boolean', default: false }, port: { type: 'string', default: '4100' } },
});
const publicUrl = `http://localhost:${values.port}`;
const app = fastify({ forceCloseConnections: true });

await app.register(helmet, {
  enableCSPNonces: true,
  referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  strictTransportSecurity: false,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'https:'],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
    },
  },
});

app.get<{ Params: { name: string } }>('/media/drawn/:name.svg', (request, reply) =>
  reply
    .type('image/svg+xml')
    .header('cache-control', 'max-age=3600')
    .send(drawFixturePicture(request.params.name)),
);

// One visitor a `kindred_visitor` cookie; all without one are the same stranger.
const visitors = new Map<string, Visitor>();
app.get('/api/fixture-events', (request) => visitors.get(visitorOf(request.headers.cookie))?.events ?? []);

await registerStorefront(app, {
  mode: values.dev ? 'development' : 'production',
  publicUrl,
  apiFor: (request, reply) => {
    let id = visitorOf(request.headers.cookie);
    if (id === '') {
      id = crypto.randomUUID();
      reply.header('set-cookie', `kindred_visitor=${id}; Path=/; HttpOnly; SameSite=Lax`);
    }
    const visitor = visitors.get(id) ?? { viewed: [], events: [] };
    visitors.set(id, visitor);
    return fixtureApi(visitor);
  },
});

function visitorOf(cookies = ''): string {
  return /kindred_visitor=([^;]+)/.exec(cookies)?.[1] ?? '';
}

await app.listen({ port: Number(values.port) });
console.log(`The storefront with fixtures: ${publicUrl}`);
