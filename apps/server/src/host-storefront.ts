import { createApiClient } from '@kindred/contracts';
import type { FastifyInstance } from 'fastify';
import { registerStorefront } from './adapters/react-router-storefront.ts';
import { createInProcessFetch } from './platform/http/in-process-fetch.ts';

/** Serves the pages: their loaders reach the API in process, as the visitor who asks. */
export async function hostStorefront(
  app: FastifyInstance,
  { mode, publicUrl }: { mode: 'production' | 'development'; publicUrl: string },
): Promise<void> {
  await registerStorefront(app, {
    mode,
    publicUrl,
    apiFor: (request, reply) => createApiClient(createInProcessFetch(app, request, reply)),
  });
}
