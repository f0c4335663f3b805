import { sql } from 'drizzle-orm';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../platform/http/api.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { Database } from '../../platform/postgres/database.ts';
import type { ModelHost } from '../models/index.ts';

const Part = Type.Object({
  state: Type.Union([Type.Literal('ok'), Type.Literal('degraded'), Type.Literal('down')]),
  version: Type.Optional(Type.String()),
  detail: Type.Optional(Type.String()),
});

const Readiness = Type.Object({
  status: Type.Union([Type.Literal('ready'), Type.Literal('degraded'), Type.Literal('unavailable')]),
  parts: Type.Record(Type.String(), Part),
});

const databaseWaitMs = 2_000;

async function databasePart(db: Database) {
  const timeout = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no answer in ${databaseWaitMs} ms`)), databaseWaitMs).unref();
  });
  try {
    const { rows } = await Promise.race([
      db.execute<{ server_version: string }>(sql`show server_version`),
      timeout,
    ]);
    return { state: 'ok' as const, version: `PostgreSQL ${rows[0].server_version}` };
  } catch (error) {
    return { state: 'down' as const, detail: error instanceof Error ? error.message : String(error) };
  }
}

function modelPart(modelHost: ModelHost) {
  const model = modelHost.active();
  const detail =
    modelHost.failure() ?? (model ? undefined : 'no model is active yet; trending and popular answer');
  return {
    state: detail === undefined ? ('ok' as const) : ('degraded' as const),
    ...(model && { version: model.version }),
    ...(detail !== undefined && { detail }),
  };
}

export function healthRoutes({
  db,
  metrics,
  modelHost,
}: {
  db: Database;
  metrics: Metrics;
  modelHost: ModelHost;
}): ApiPlugin {
  return async (app) => {
    app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'alive' }));

    app.get(
      '/readyz',
      { schema: { hide: true, response: { 200: Readiness, 503: Readiness } } },
      async (_request, reply) => {
        const parts = { database: await databasePart(db), model: modelPart(modelHost) };
        if (parts.database.state === 'down')
          return reply.status(503).send({ status: 'unavailable' as const, parts });
        const status = parts.model.state === 'ok' ? ('ready' as const) : ('degraded' as const);
        return reply.send({ status, parts });
      },
    );

    app.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
    );
  };
}
