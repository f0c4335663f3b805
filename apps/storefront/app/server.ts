/**
 * @file What the server build exports. `apps/server` knows this one function and nothing of React Router: it
 * hands over a request with what belongs to it, and gets the response to stream.
 */

import * as build from 'virtual:react-router/server-build';
import { createClient, type Fetch } from '@kindred/client';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import type { Nonces } from './shared/nonces.tsx';
import {
  apiContext,
  failedWithContext,
  isOverHttpsContext,
  logContext,
  noncesContext,
  type PageLog,
  publicUrlContext,
} from './shared/request-context.ts';

export interface RenderScope {
  /** Reaches the API as the visitor whose request this is. */
  fetch: Fetch;
  /** Absolute, without a slash at the end. */
  publicUrl: string;
  /** Set: the page cannot be made, for this status. */
  failedWith?: number;
  /** Whether the browser reaches the shop over https. */
  isOverHttps: boolean;
  nonces: Nonces;
  log: PageLog;
}

const handleRequest = createRequestHandler(build as ServerBuild, import.meta.env.MODE);

export function render(
  request: Request,
  { fetch, publicUrl, isOverHttps, failedWith, nonces, log }: RenderScope,
): Promise<Response> {
  const context = new RouterContextProvider();
  // A page is asked for again by whoever waits for it.
  context.set(apiContext, createClient({ baseUrl: '', fetch, tokens: null, retries: 0 }));
  context.set(publicUrlContext, publicUrl);
  context.set(failedWithContext, failedWith);
  context.set(isOverHttpsContext, isOverHttps);
  context.set(noncesContext, nonces);
  context.set(logContext, log);
  return handleRequest(request, context);
}
