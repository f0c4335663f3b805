import type { FastifyInstance } from 'fastify';
import { registerStorefront } from './adapters/react-router-storefront.ts';
import { createInProcessFetch } from './platform/http/in-process-fetch.ts';
import { ensureVisitor } from './platform/http/visitor.ts';

/** Serves the pages: their loaders reach the API in process, as the visitor who asks. Every page makes its browser a visitor. */
export async function hostStorefront(
  app: FastifyInstance,
  { mode, publicUrl }: { mode: 'production' | 'development'; publicUrl: string },
): Promise<void> {
  await registerStorefront(app, {
    mode,
    publicUrl,
    fetchFor: (request, reply) => {
      // Before a page can put two things into the cart at once: both are then put into one.
      ensureVisitor(request, reply);
      return createInProcessFetch(app, request, reply);
    },
  });
}
