import type { Logger } from 'pino';
import { Type } from 'typebox';
import type { ApiPlugin } from '../../platform/http/api.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { sql } from '../../platform/postgres/sql.ts';
import type { CartStore } from '../../ports/cart-store.ts';
import type { Mailer } from '../../ports/mailer.ts';
import type { PaymentGateway } from '../../ports/payment-gateway.ts';
import type { SearchIndex } from '../../ports/search-index.ts';
import type { BackupState } from '../backup/index.ts';
import type { ModelHost } from '../models/index.ts';
import { observeDatabase } from './observe-database.ts';
import { createPartCheck, type PartReport, type PartState } from './part-check.ts';

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

async function databaseVersion(db: Database): Promise<string> {
  const { rows } = await db.execute<{ server_version: string }>(sql`show server_version`);
  return `PostgreSQL ${rows[0].server_version}`;
}

function modelPart(modelHost: ModelHost): PartState {
  const model = modelHost.active();
  const detail =
    modelHost.failure() ?? (model ? undefined : 'no model is active yet; trending and popular answer');
  return {
    state: detail === undefined ? 'ok' : 'degraded',
    ...(model && { version: model.version }),
    ...(detail !== undefined && { detail }),
  };
}

function cartPart(cartStore: CartStore): PartState {
  const detail = cartStore.degradation();
  return detail === undefined ? { state: 'ok' } : { state: 'degraded', detail };
}

function searchPart(answering: PartState, searchIndex: SearchIndex): PartState {
  const detail = searchIndex.degradation();
  return detail === undefined ? answering : { ...answering, state: 'degraded', detail };
}

export function healthRoutes({
  db,
  logger,
  metrics,
  modelHost,
  cartStore,
  searchIndex,
  mailer,
  gateway,
  backupState,
  stopping,
}: {
  db: Database;
  logger: Pick<Logger, 'warn'>;
  metrics: Metrics;
  modelHost: ModelHost;
  cartStore: CartStore;
  searchIndex: SearchIndex;
  mailer: Mailer;
  gateway: PaymentGateway;
  backupState: () => Promise<BackupState>;
  stopping: AbortSignal;
}): ApiPlugin {
  const watch = (name: string, inTrouble: 'degraded' | 'down', check: () => Promise<PartReport>) =>
    createPartCheck({ name, inTrouble, check, logger });
  const database = watch('database', 'down', async () => ({ version: await databaseVersion(db) }));
  const search = watch('search', 'degraded', async () => ({ version: await searchIndex.check() }));
  const mail = watch('mail', 'degraded', async () => {
    await mailer.check();
    return {};
  });
  const payment = watch('payment', 'degraded', async () => {
    await gateway.check();
    return { version: gateway.provider };
  });
  const backup = watch('backup', 'degraded', async () => ({ trouble: (await backupState()).trouble }));
  const observation = watch('figures of the database', 'degraded', async () => {
    await observeDatabase(db, metrics.database);
    return {};
  });

  async function parts(): Promise<Record<string, PartState>> {
    const [databaseState, searchState, mailState, paymentState, backupPart] = await Promise.all([
      database(),
      search(),
      mail(),
      payment(),
      backup(),
    ]);
    return {
      database: databaseState,
      carts: cartPart(cartStore),
      search: searchPart(searchState, searchIndex),
      mail: mailState,
      payment: paymentState,
      model: modelPart(modelHost),
      backup: backupPart,
    };
  }

  return async (app) => {
    app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'alive' }));

    app.get(
      '/readyz',
      { schema: { hide: true, response: { 200: Readiness, 503: Readiness } } },
      async (_request, reply) => {
        // At once, whatever the parts would say: a proxy sends no more requests here.
        if (stopping.aborted) return reply.status(503).send({ status: 'stopping' as const, parts: {} });
        const found = await parts();
        if (found.database.state === 'down')
          return reply.status(503).send({ status: 'unavailable' as const, parts: found });
        const isWhole = Object.values(found).every(({ state }) => state === 'ok');
        return reply.send({ status: isWhole ? ('ready' as const) : ('degraded' as const), parts: found });
      },
    );

    app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
      await observation();
      for (const [part, { state }] of Object.entries(await parts()))
        metrics.partDegraded.set({ part }, state === 'ok' ? 0 : 1);
      return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
    });
  };
}
