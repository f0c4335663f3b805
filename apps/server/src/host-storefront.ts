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
      'What compiles the storefront is not installed: run `npm ci` without `--omit=dev`.',
    );
  if (!development && !existsSync(builtStorefront()))
    throw new StartFailure('The storefront is not built: `npm start` builds it, as does `npm run build`.');
}

function isInstalled(name: string): boolean {
  try {
    import.meta.resolve(name);
    return true;
  } catch {
    return false;
  }
}

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
