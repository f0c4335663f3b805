/**
 * @file The export of the server build. `apps/server` knows only this function, and nothing of React Router: it passes a request with its
 * context and receives a response to stream.
 */

import * as build from 'virtual:react-router/server-build';
import { createClient, type Fetch } from '@kindred/client';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import type { Nonces } from './shared/nonces.tsx';
import {
  apiContext,
  failedWithContext,
  isOverHttpsContext,
  isStaffContext,
  logContext,
  noncesContext,
  type PageLog,
  publicUrlContext,
} from './shared/request-context.ts';

export interface RenderScope {
  /** Calls the API as the visitor of this request. */
  fetch: Fetch;
  /** An absolute address without a slash at the end. */
  publicUrl: string;
  /** If set, the page fails with this status. */
  failedWith?: number;
  /** Whether the browser reaches the shop over https. */
  isOverHttps: boolean;
  /** Whether the visitor is logged in as one of the shop’s staff. */
  isStaff: boolean;
  nonces: Nonces;
  log: PageLog;
}

const handleRequest = createRequestHandler(build as ServerBuild, import.meta.env.MODE);

export function render(
  request: Request,
  { fetch, publicUrl, isOverHttps, isStaff, failedWith, nonces, log }: RenderScope,
): Promise<Response> {
  const context = new RouterContextProvider();
  // No retries: the visitor waits, and can reload.
  context.set(apiContext, createClient({ baseUrl: '', fetch, tokens: null, retries: 0 }));
  context.set(publicUrlContext, publicUrl);
  context.set(failedWithContext, failedWith);
  context.set(isOverHttpsContext, isOverHttps);
  context.set(isStaffContext, isStaff);
  context.set(noncesContext, nonces);
  context.set(logContext, log);
  return handleRequest(request, context);
}
