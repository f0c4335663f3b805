import type { Problem } from '@kindred/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { apiManual } from '../api-manual.ts';
import { problemsOfRoute } from '../platform/http/manual/common-problems.ts';

/** Notes every answer of the API that its manual does not name: of another status, or a problem of another code. */
export function watchAnswers(app: FastifyInstance, surprises: string[]): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const route = described(request);
    if (!route) return;
    const { statusCode: status } = reply;
    const isKnown =
      status < 400
        ? Object.hasOwn((route.schema.response ?? {}) as object, status) || route.schema.media !== undefined
        : problemsOfRoute(route, apiManual.ofHeaders).some(
            (one) => one.status === status && one.code === codeOf(payload),
          );
    if (!isKnown) surprises.push(`${route.method} ${route.url}: ${status} ${codeOf(payload) ?? ''}`);
  });
}

function described({ routeOptions: { method, url, schema = {}, config }, is404 }: FastifyRequest) {
  if (is404 || url === undefined || schema.operationId === undefined) return undefined;
  return { method: method === 'HEAD' ? 'GET' : String(method), url, schema, config };
}

function codeOf(payload: unknown): string | undefined {
  return typeof payload === 'string' && payload.startsWith('{')
    ? (JSON.parse(payload) as Partial<Problem>).code
    : undefined;
}
