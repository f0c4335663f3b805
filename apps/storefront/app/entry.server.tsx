import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import {
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { NoncesProvider } from './shared/nonces.tsx';
import { logContext, noncesContext } from './shared/request-context.ts';

const renderTimeoutMs = 10_000;

/** Streams the page as soon as its shell is ready. Robots receive the complete page. */
export default function handleDocument(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  headers.set('content-type', 'text/html; charset=utf-8');
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
  if (request.method === 'HEAD') return Promise.resolve(new Response(null, { status, headers }));

  const log = context.get(logContext);
  const failedParts: unknown[] = [];
  const nonces = context.get(noncesContext);
  const nonce = nonces.script;
  const userAgent = request.headers.get('user-agent');
  const readyEvent = userAgent !== null && isbot(userAgent) ? 'onAllReady' : 'onShellReady';

  return new Promise((resolve, reject) => {
    let isShellSent = false;
    const { pipe, abort } = renderToPipeableStream(
      <NoncesProvider value={nonces}>
        <ServerRouter context={routerContext} url={request.url} {...(nonce !== undefined && { nonce })} />
      </NoncesProvider>,
      {
        nonce,
        // A finished part stays in its place, however long it is: React would send it later, for a script to put in.
        progressiveChunkSize: Number.POSITIVE_INFINITY,
        [readyEvent]() {
          isShellSent = true;
          for (const error of failedParts) log.error({ err: error }, 'a part of a page failed');
          const body = new PassThrough();
          body.once('close', () => clearTimeout(timeout));
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
          pipe(body);
        },
        onShellError: reject,
        onError(error: unknown) {
          if (request.signal.aborted) return;
          if (isShellSent) log.error({ err: error }, 'a page broke off');
          // If the shell fails because of it, `onShellError` rejects and the router logs.
          else failedParts.push(error);
        },
      },
    );
    const timeout = setTimeout(abort, renderTimeoutMs);
    request.signal.addEventListener('abort', () => abort(), { once: true });
  });
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) context.get(logContext).error({ err: error }, 'a page failed');
};
