/**
 * @file Serves the storefront: its files, and every page that no other route answers. The storefront's build is one module with one
 * function, `render`, so this file does not depend on React or its router.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { InProcessFetch } from '../platform/http/in-process-fetch.ts';
import { mayChange } from '../platform/http/own-origin.ts';
import { ProblemError } from '../platform/http/problem.ts';
import { isOutage, retryAfterSeconds } from '../platform/postgres/outage.ts';

export interface StorefrontOptions {
  /** `development` compiles the sources on request and reloads the browser when they change. */
  readonly mode: 'production' | 'development';
  /** Calls the API as the visitor of this request. Cookies that it sets on `reply` reach the browser. */
  readonly fetchFor: (request: FastifyRequest, reply: FastifyReply) => InProcessFetch;
  /** An absolute address without a slash at the end. */
  readonly publicUrl: string;
  /** The folder of `apps/storefront`; tests use their own. */
  readonly root?: string;
}

interface RenderScope {
  fetch: InProcessFetch;
  publicUrl: string;
  /** If set, the storefront renders the error page for this status. */
  failedWith?: number;
  isOverHttps: boolean;
  /** Pages show more to the shop’s staff. */
  isStaff: boolean;
  nonces: Nonces;
  log: Pick<FastifyBaseLogger, 'warn' | 'error'>;
}

interface Nonces {
  script: string | undefined;
  style: string | undefined;
}

/** What `apps/storefront/app/server.ts` exports. */
interface Storefront {
  render(request: Request, scope: RenderScope): Promise<Response>;
}

const formLimitBytes = 64 * 1024;
const ownedByOthers = /^\/(api|media|healthz|readyz|metrics)(\/|\?|$)/;

const ownRoot = resolve(import.meta.dirname, '../../../storefront');

/** Returns the path of the built storefront's module. */
export const builtStorefront = (root = ownRoot): string => resolve(root, 'build/server/index.js');

/** Register it last or first: Fastify prefers any route with a path of its own. */
export async function registerStorefront(app: FastifyInstance, options: StorefrontOptions): Promise<void> {
  const root = options.root ?? ownRoot;
  await app.register(async (scope) => {
    // The router parses its forms itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: formLimitBytes },
      async (_request: FastifyRequest, body: Buffer) => body,
    );
    const storefront =
      options.mode === 'production' ? await serveBuild(scope, root) : await serveSources(scope, root);

    scope.route({
      method: ['GET', 'HEAD', 'POST'],
      url: '*',
      handler: async (request, reply) => {
        if (ownedByOthers.test(request.url)) return reply.callNotFound();
        // Checked for every route, because the router checks only the actions of pages.
        if (!mayChange(request, options.publicUrl))
          return reply.code(403).type('text/plain').send('This form was sent from another site.');
        if (await storefront.serveFile(request, reply)) return reply.hijack();

        return answer(request, reply);
      },
    });

    async function answer(request: FastifyRequest, reply: FastifyReply, failedWith?: number) {
      const { render } = await storefront.load();
      const response = await render(toWebRequest(request, reply, options.publicUrl, failedWith), {
        fetch: options.fetchFor(request, reply),
        publicUrl: options.publicUrl,
        isOverHttps: request.isOverHttps,
        isStaff: request.caller.isAdmin,
        ...(failedWith !== undefined && { failedWith }),
        nonces: { script: reply.cspNonce?.script, style: reply.cspNonce?.style },
        log: request.log,
      });
      return send(reply, response);
    }

    // Errors before the page is rendered, such as in the look-up of the caller, also get a page.
    scope.setErrorHandler<FastifyError>(async (error, request, reply) => {
      const status = statusOf(error);
      if (status < 500 && status !== 413) throw error;
      if (status >= 500) request.log.error({ err: error }, 'a page could not be made');
      return answer(request, reply, status);
    });
  });
}

interface Source {
  load(): Promise<Storefront>;
  /** Answers a request for a file. Returns false if the request is not for a file. */
  serveFile(request: FastifyRequest, reply: FastifyReply): Promise<boolean>;
}

async function serveBuild(scope: FastifyInstance, root: string): Promise<Source> {
  const entry = builtStorefront(root);
  if (!existsSync(entry))
    throw new Error(`The storefront is not built: ${entry} is missing. Run \`npm run build\` first.`);
  const storefront = (await import(pathToFileURL(entry).href)) as Storefront;
  // The names of these files contain a hash of their content.
  await scope.register(fastifyStatic, {
    root: resolve(root, 'build/client/assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
    index: false,
  });
  return { load: async () => storefront, serveFile: async () => false };
}

async function serveSources(scope: FastifyInstance, root: string): Promise<Source> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    root,
    configFile: resolve(root, 'vite.config.ts'),
    appType: 'custom',
    server: { middlewareMode: true, ws: { server: scope.server } },
  });
  scope.addHook('onClose', () => vite.close());
  return {
    load: async () => (await vite.ssrLoadModule('./app/server.ts')) as Storefront,
    serveFile: (request, reply) =>
      new Promise((done, fail) => {
        reply.raw.once('close', () => done(true));
        vite.middlewares(request.raw, reply.raw, (error?: unknown) => (error ? fail(error) : done(false)));
      }),
  };
}

function statusOf(error: FastifyError): number {
  if (error instanceof ProblemError) return error.problem.status;
  return isOutage(error) ? 503 : (error.statusCode ?? 500);
}

/** After a failure, the request becomes a plain GET of the page, so that no action runs twice. */
function toWebRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  publicUrl: string,
  failedWith?: number,
): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    // `mayChange` has checked the origin. The router would compare it with an address that a proxy may have changed.
    if (value === undefined || name.startsWith(':') || name === 'origin') continue;
    for (const one of [value].flat()) headers.append(name, one);
  }
  const aborted = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) aborted.abort();
  });
  // Joined as text, because a path such as `//elsewhere.example` must stay a path.
  const isRead = failedWith !== undefined || !(request.body instanceof Buffer);
  return new Request(publicUrl + request.url, {
    method: isRead && request.method !== 'HEAD' ? 'GET' : request.method,
    headers,
    signal: aborted.signal,
    ...(!isRead && { body: new Uint8Array(request.body as Buffer) }),
  });
}

function send(reply: FastifyReply, response: Response): FastifyReply {
  reply.code(response.status);
  for (const [name, value] of response.headers) reply.header(name, value);
  if (response.status === 503) reply.header('retry-after', retryAfterSeconds);
  // After a log-out, the browser's Back button must not show the page.
  if (reply.request.caller.userId !== undefined) reply.header('cache-control', 'private, no-store');
  return reply.send(
    response.body ? Readable.fromWeb(response.body as NodeReadableStream<Uint8Array>) : undefined,
  );
}
