import { Type } from 'typebox';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { PartState } from './part-check.ts';

const Part = Type.Object({
  state: Type.Union([Type.Literal('ok'), Type.Literal('degraded'), Type.Literal('down')]),
  version: Type.Optional(Type.String()),
  detail: Type.Optional(Type.String()),
});

const Readiness = Type.Object({
  status: Type.Union([
    Type.Literal('ready'),
    Type.Literal('degraded'),
    Type.Literal('unavailable'),
    Type.Literal('stopping'),
  ]),
  parts: Type.Record(Type.String(), Part),
});

export function healthRoutes({
  readParts,
  readMetrics,
  stopping,
}: {
  readParts: () => Promise<Record<string, PartState>>;
  readMetrics: () => Promise<{ readonly type: string; readonly text: string }>;
  stopping: AbortSignal;
}): ApiPlugin {
  return async (app) => {
    app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'alive' }));

    app.get(
      '/readyz',
      { schema: { hide: true, response: { 200: Readiness, 503: Readiness } } },
      async (_request, reply) => {
        // Immediately, whatever the state of the parts, so that a proxy sends no more requests here.
        if (stopping.aborted) return reply.status(503).send({ status: 'stopping' as const, parts: {} });
        const parts = await readParts();
        const states = Object.values(parts).map(({ state }) => state);
        if (states.includes('down')) return reply.status(503).send({ status: 'unavailable' as const, parts });
        const isWhole = states.every((state) => state === 'ok');
        return reply.send({ status: isWhole ? ('ready' as const) : ('degraded' as const), parts });
      },
    );

    app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
      const { type, text } = await readMetrics();
      return reply.type(type).send(text);
    });
  };
}
