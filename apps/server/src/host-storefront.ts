import { createApiClient } from '@kindred/contracts';
import type { FastifyInstance } from 'fastify';
import { registerStorefront } from './adapters/react-router-storefront.ts';
import { createInProcessFetch } from './platform/http/in-process-fetch.ts';
import { ensureVisitor } from './platform/http/visitor.ts';

/** Serves the pages: their loaders reach the API in process, as the visitor who asks. */
export async function hostStorefront(
  app: FastifyInstance,
  { mode, publicUrl }: { mode: 'production' | 'development'; publicUrl: string },
): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'GET' && request.url.startsWith('/p/')) ensureVisitor(request, reply);
  });
  await registerStorefront(app, {
    mode,
    publicUrl,
    apiFor: (request) => createApiClient(createInProcessFetch(app, request)),
  });
}
