import { existsSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { builtStorefront, registerStorefront } from './adapters/react-router-storefront.ts';
import { StartFailure } from './check-start.ts';
import { createInProcessFetch } from './platform/http/in-process-fetch.ts';
import { ensureVisitor } from './platform/http/visitor.ts';

/** @throws StartFailure when the shop has neither a build of its pages nor the packages that compile them */
export function checkPages({ development }: { development: boolean }): void {
  if (development && !isInstalled('vite'))
    throw new StartFailure(
      'The packages that compile the storefront are not installed: run `npm ci` without `--omit=dev`.',
    );
  if (!development && !existsSync(builtStorefront()))
    throw new StartFailure(
      'The storefront is not built. Run `npm start` or `npm run build`, which build it.',
    );
}

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** Serves the pages. Their loaders call the API in process, as the visitor of the request. Every page gives its browser a visitor id. */
export async function hostStorefront(
  app: FastifyInstance,
  { mode, publicUrl }: { mode: 'production' | 'development'; publicUrl: string },
): Promise<void> {
  await registerStorefront(app, {
    mode,
    publicUrl,
    fetchFor: (request, reply) => {
      // Otherwise a page that puts two products into the cart concurrently would create two carts.
      ensureVisitor(request, reply);
      return createInProcessFetch(app, request, reply);
    },
  });
}
