/**
 * @file Measures how many orders per second one node places, against the bare SQL of the same orders from a plain client. The statements of
 * each checkout are recorded once, from the application itself, and replayed on a copy of the same database.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { Agent, request as httpRequest } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createApp } from '../apps/server/src/app.ts';
import { composeServices } from '../apps/server/src/compose.ts';
import { createConfig } from '../apps/server/src/config/config.ts';
import { seedDemo } from '../apps/server/src/modules/running/demo/index.ts';
import { createLogger } from '../apps/server/src/platform/logger.ts';
import { openDatabase } from '../apps/server/src/platform/postgres/database.ts';
import { migrate } from '../apps/server/src/platform/postgres/migrate.ts';
import { createShopper } from '../apps/server/src/testing/shopper.ts';
import type { BenchmarkReport, Measurement } from './contest.ts';
import { queryOnce, withDatabases } from './databases.ts';
import { startNodeProcess } from './node-process.ts';

const CHECKOUTS = 400;
const CLIENTS = 8;
const ROUNDS = 5;
const quiet = createLogger({ level: 'silent', destination: process.stderr });
const SECRET = 'the secret of the shops that benchmarks make';

interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** A request that confirms one checkout. */
interface Confirmation {
  readonly cookie: string;
  readonly key: string;
  readonly body: string;
}

export const checkoutBenchmark = {
  summary: 'orders placed and paid (test provider) over HTTP, 2 cores, load generator included; the bare SQL',

  async run(): Promise<BenchmarkReport> {
    return withDatabases(async (databases) => {
      const dataDir = databases.folder;
      const template = await databases.create();
      await migrate({ connectionString: template });
      const confirmations = await prepare(template, dataDir);
      const statements = await record(await databases.copy(template), dataDir, confirmations);

      const bare: number[] = [];
      const kindred: number[] = [];
      const latencies: number[] = [];
      const disagreements: string[] = [];
      for (let round = -1; round < ROUNDS; round++) {
        const ofBare = await databases.copy(template);
        const bareMs = await replay(ofBare, statements);
        const ofKindred = await databases.copy(template);
        const { elapsedMs, eachMs } = await confirmAll(ofKindred, dataDir, confirmations);
        for (const [name, database] of Object.entries({ 'the bare SQL': ofBare, Kindred: ofKindred })) {
          const paid = await countPaid(database);
          if (paid !== CHECKOUTS) disagreements.push(`${name} placed ${paid} orders of ${CHECKOUTS}.`);
          await databases.drop(database);
        }
        if (round < 0) continue;
        bare.push(bareMs / CHECKOUTS);
        kindred.push(elapsedMs / CHECKOUTS);
        latencies.push(...eachMs);
      }

      latencies.sort((left, right) => left - right);
      const at = (share: number) => latencies[Math.floor(share * (latencies.length - 1))]!.toFixed(1);
      const measurements = compare({
        'Kindred: confirm over HTTP': kindred,
        'the same SQL, plain client': bare,
      });
      const [ours, theirs] = measurements as [Measurement, Measurement];
      return {
        name: 'checkout',
        setting: `${CHECKOUTS} orders per round, ${CLIENTS} clients, ${(statements.flat().length / CHECKOUTS).toFixed(0)} statements per order, time per order`,
        rounds: ROUNDS,
        measurements,
        notes: [
          `Kindred: ${(1_000 / ours.medianMs).toFixed(0)} orders/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
          `${((100 * theirs.medianMs) / ours.medianMs).toFixed(0)} % of the bare transaction's rate`,
        ],
        absent: [],
        disagreements,
      };
    });
  },
};

interface Client {
  query: unknown;
}

async function openShop(
  connectionString: string,
  dataDir: string,
  onConnect: (client: Client) => void = () => undefined,
) {
  const logger = quiet;
  const database = openDatabase({ connectionString, max: 4 });
  database.pool.on('connect', onConnect);
  const services = await composeServices({
    config: createConfig({ KINDRED_DATA_DIR: dataDir }),
    logger,
    db: database.db,
    connectionString,
    secret: SECRET,
    extensions: [],
    close: () => database.close(),
  });
  const app = await createApp(services);
  return {
    app,
    db: database.db,
    logger,
    async close() {
      await app.close();
      await services.close();
      await database.close();
    },
  };
}

/** Makes carts of one or two products, each with a checkout that is complete up to the last step. */
async function prepare(connectionString: string, dataDir: string): Promise<Confirmation[]> {
  const shop = await openShop(connectionString, dataDir);
  const { db, logger } = shop;
  try {
    await seedDemo({ db, dataDir, logger, size: { products: 400, users: 400, reviews: 4_000, seed: 3 } });
    const { rows } = await db.pool.query<{ product_id: number }>(`
      update inventory set on_hand = on_hand + 10000 from products p
      where p.product_id = inventory.product_id and p.is_listed and p.price_minor is not null
      returning p.product_id`);
    const confirmations: Confirmation[] = [];
    for (let index = 0; index < CHECKOUTS; index++) {
      const shopper = createShopper(shop.app);
      const lines = [rows[(index * 7) % rows.length]!, rows[(index * 13 + 1) % rows.length]!]
        .slice(index % 2)
        .map(({ product_id }) => ({ productId: product_id, quantity: 1 + (index % 3) }));
      const checkout = await shopper.fillCheckout(lines);
      confirmations.push({
        cookie: [...shopper.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        key: randomUUID(),
        body: JSON.stringify({
          checkout_id: checkout.checkout_id,
          payment_method: '4242424242424242',
          expected_total: checkout.breakdown.total_price,
        }),
      });
    }
    return confirmations;
  } finally {
    await shop.close();
  }
}

/** Records the statements of each confirmation, as the application sends them. */
async function record(
  connectionString: string,
  dataDir: string,
  confirmations: readonly Confirmation[],
): Promise<Statement[][]> {
  const recording = new AsyncLocalStorage<Statement[]>();
  const shop = await openShop(connectionString, dataDir, (client) => {
    const query = (client.query as (...all: unknown[]) => unknown).bind(client);
    client.query = ((config: string | Statement, values: unknown, ...rest: unknown[]) => {
      const statement = typeof config === 'string' ? { text: config, values: [] } : config;
      const given = Array.isArray(values) ? values : (statement.values ?? []);
      recording.getStore()?.push({ text: statement.text, values: given });
      return query(config, values, ...rest);
    }) as typeof query;
  });
  try {
    const logs: Statement[][] = [];
    for (const { cookie, key, body } of confirmations) {
      const log: Statement[] = [];
      // Awaited inside, because `inject` sends the request only when it is awaited.
      const response = await recording.run(log, async () => {
        return await shop.app.inject({
          method: 'POST',
          url: '/api/v1/checkout/confirm',
          remoteAddress: `10.0.${logs.length >> 8}.${logs.length & 255}`,
          headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
          payload: body,
        });
      });
      if (response.statusCode !== 201) throw new Error(`${response.statusCode} ${response.body}`);
      logs.push(log);
    }
    return logs;
  } finally {
    await shop.close();
  }
}

/** Returns the total milliseconds. */
async function replay(connectionString: string, logs: readonly Statement[][]): Promise<number> {
  const { pool, close } = openDatabase({ connectionString, max: CLIENTS });
  const clients = await Promise.all(Array.from({ length: CLIENTS }, () => pool.connect()));
  let next = 0;
  const started = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (let log = logs[next++]; log; log = logs[next++])
        for (const { text, values } of log) await client.query(text, values);
    }),
  );
  const elapsedMs = performance.now() - started;
  for (const client of clients) client.release();
  await close();
  return elapsedMs;
}

async function confirmAll(
  connectionString: string,
  dataDir: string,
  confirmations: readonly Confirmation[],
): Promise<{ elapsedMs: number; eachMs: number[] }> {
  const script = fileURLToPath(new URL('./checkout-node.ts', import.meta.url));
  const node = await startNodeProcess(script, [connectionString, SECRET, dataDir]);
  try {
    const { port } = new URL(node.origin);
    const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
    const eachMs: number[] = [];
    let next = 0;
    const started = performance.now();
    await Promise.all(
      Array.from({ length: CLIENTS }, async (_, client) => {
        for (let one = confirmations[next++]; one; one = confirmations[next++]) {
          const sent = performance.now();
          const status = await post(agent, Number(port), `127.0.0.${2 + client}`, one);
          eachMs.push(performance.now() - sent);
          if (status !== 201) throw new Error(`A checkout was answered with ${status}.`);
        }
      }),
    );
    const elapsedMs = performance.now() - started;
    agent.destroy();
    return { elapsedMs, eachMs };
  } finally {
    await node.stop();
  }
}

function post(agent: Agent, port: number, localAddress: string, one: Confirmation): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        agent,
        host: '127.0.0.1',
        port,
        localAddress,
        method: 'POST',
        path: '/api/v1/checkout/confirm',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(one.body),
          'idempotency-key': one.key,
          cookie: one.cookie,
        },
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    request.on('error', reject);
    request.end(one.body);
  });
}

async function countPaid(connectionString: string): Promise<number> {
  const [row] = await queryOnce<{ paid: number }>(
    connectionString,
    "select count(*)::int as paid from orders where payment_status = 'paid'",
  );
  return row!.paid;
}

function compare(times: Readonly<Record<string, readonly number[]>>): Measurement[] {
  const medianOf = (values: readonly number[]) =>
    [...values].sort((left, right) => left - right)[values.length >> 1]!;
  const [first] = Object.values(times);
  return Object.entries(times).map(([name, values]) => ({
    name,
    medianMs: medianOf(values),
    fastestMs: Math.min(...values),
    slowestMs: Math.max(...values),
    ratio: medianOf(values) / medianOf(first!),
  }));
}
