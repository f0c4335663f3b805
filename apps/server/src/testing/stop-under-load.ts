/** @file Stops a node while people buy, follow an order and browse, and reports the result of each request. */
import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from '../platform/postgres/sql.ts';
import { findIrregularities } from './books.ts';
import { startShopProcess } from './processes/shop-process.ts';
import { type Fate, sendRequest } from './raw-request.ts';
import { createShopper, goodCard } from './shopper.ts';
import type { TestShop } from './test-shop.ts';

export interface Load {
  /** Half of them are in progress at SIGTERM; the others are sent from then on until the node is closed. */
  readonly checkouts: number;
  readonly streams: number;
  /** Request pages and lists, one after another, until they are refused. */
  readonly visitors: number;
  readonly delaySeconds: number;
}

export interface StopReport {
  readonly counts: Readonly<Record<string, number>>;
  /** The time from SIGTERM to the first 503 of `/readyz`. */
  readonly noticedAfterMs: number;
  readonly endedAfterMs: number;
  /** A sentence for each request that was neither answered nor refused, and for every other fault. */
  readonly violations: readonly string[];
}

interface Sent {
  readonly what: string;
  /** Relative to SIGTERM; negative before it. */
  readonly atMs: number;
  readonly fate: Fate;
}

interface Buyer {
  readonly email: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Leaves the shop open, so that another of its nodes can be stopped. */
export async function stopUnderLoad(shop: TestShop, load: Load, random: () => number): Promise<StopReport> {
  const delayMs = load.delaySeconds * 1_000;
  const buyers = await prepareBuyers(shop, load.checkouts);
  const watched = await placeOrder(shop);
  const node = await startShopProcess(shop, { SHUTDOWN_DELAY_SECONDS: String(load.delaySeconds) });
  let stoppedAt = Number.POSITIVE_INFINITY;
  const ask = async (
    what: string,
    path: string,
    options: Parameters<typeof sendRequest>[1],
  ): Promise<Sent> => {
    const sentAt = performance.now();
    const headers = { 'x-forwarded-for': addressFrom(random), ...options.headers };
    const fate = await sendRequest(node.address + path, { ...options, headers });
    return { what, atMs: sentAt - stoppedAt, fate };
  };

  const streams = await Promise.all(
    Array.from({ length: load.streams }, () => openStream(ask, watched.path, watched.headers)),
  );
  const agents = await Promise.all(buyers.map((_, index) => warmAgent(ask, index % 2 === 0)));
  const confirm = (index: number) =>
    ask('checkout', '/api/v1/checkout/confirm', { agent: agents[index], method: 'POST', ...buyers[index] });
  const half = Math.ceil(buyers.length / 2);

  const visits = Array.from({ length: load.visitors }, (_, index) => visitUntilRefused(ask, index % 2 === 0));
  const first = buyers.slice(0, half).map((_, index) => confirm(index));
  await delay(20);
  stoppedAt = performance.now();
  node.kill('SIGTERM');
  const noticed = noticeStop(ask);
  const second = buyers.slice(half).map(async (_, index) => {
    await delay(random() * (delayMs + 1_500));
    return confirm(half + index);
  });

  const confirmations = await Promise.all([...first, ...second]);
  const sent = [
    ...confirmations,
    ...(await Promise.all([...streams.map(({ ended }) => ended), ...visits])).flat(),
  ];
  const [code] = await node.ended;
  const endedAfterMs = Math.round(performance.now() - stoppedAt);
  for (const agent of agents) agent.destroy();

  return {
    counts: countFates(sent, delayMs),
    noticedAfterMs: Math.round(await noticed),
    endedAfterMs,
    violations: [
      ...(code === 0 ? [] : [`The process ended with ${code}.`]),
      ...sent.flatMap((one) => judge(one, delayMs)),
      ...(await judgeOrders(shop, buyers, confirmations)),
    ],
  };
}

type Ask = (what: string, path: string, options: Parameters<typeof sendRequest>[1]) => Promise<Sent>;

async function prepareBuyers(shop: TestShop, count: number): Promise<Buyer[]> {
  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    with stocked as (
      update inventory i set on_hand = on_hand + ${count} from products p
      where p.product_id = i.product_id and p.is_listed and p.price_minor is not null
      returning i.product_id
    )
    insert into stock_movements (product_id, kind, on_hand_delta, reserved_delta)
    select product_id, 'correction', ${count}, 0 from stocked returning product_id`);
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const email = `${randomUUID()}@example.com`;
      const shopper = createShopper(shop.app, { email });
      const productId = rows[index % rows.length].product_id;
      const checkout = await shopper.fillCheckout([{ productId, quantity: 1 }]);
      return {
        email,
        headers: {
          cookie: cookieOf(shopper.cookies),
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body: JSON.stringify({
          checkout_id: checkout.checkout_id,
          payment_method: goodCard,
          expected_total: checkout.breakdown.total_price,
        }),
      };
    }),
  );
}

async function placeOrder(shop: TestShop): Promise<{ path: string; headers: Record<string, string> }> {
  const shopper = createShopper(shop.app);
  const { rows } = await shop.db.execute<{ product_id: number }>(sql`
    select product_id from products join inventory using (product_id)
    where is_listed and price_minor is not null and on_hand > 0 limit 1`);
  const checkout = await shopper.fillCheckout([{ productId: rows[0].product_id, quantity: 1 }]);
  const { body } = await shopper.confirm(checkout);
  const path = `/api/v1/orders/${body.order.order_id}/events?access=${body.access_token}`;
  return { path, headers: { accept: 'text/event-stream' } };
}

/** Resolves when the stream is open. */
async function openStream(
  ask: Ask,
  path: string,
  headers: Record<string, string>,
): Promise<{ ended: Promise<Sent> }> {
  const { promise: opened, resolve } = Promise.withResolvers<void>();
  const ended = ask('stream', path, { agent: new Agent({ keepAlive: true }), headers, onHead: resolve });
  await Promise.race([opened, ended]);
  return { ended };
}

/** With `keepAlive` it has a connection already, which waits for the next request. */
async function warmAgent(ask: Ask, keepAlive: boolean): Promise<Agent> {
  const agent = new Agent({ keepAlive, maxSockets: 1 });
  if (keepAlive) await ask('warm-up', '/healthz', { agent });
  return agent;
}

async function visitUntilRefused(ask: Ask, keepAlive: boolean): Promise<Sent[]> {
  const agent = new Agent({ keepAlive, maxSockets: 1 });
  const sent: Sent[] = [];
  do
    sent.push(await ask('visit', sent.length % 4 === 0 ? '/search?q=lamp' : '/api/v1/categories', { agent }));
  while (sent.at(-1)?.fate.kind === 'answered');
  agent.destroy();
  return sent;
}

/** As a proxy asks, over a new connection each time. */
async function noticeStop(ask: Ask): Promise<number> {
  const agent = new Agent();
  for (;;) {
    const { fate, atMs } = await ask('readiness', '/readyz', { agent });
    if (fate.kind !== 'answered') return Number.POSITIVE_INFINITY;
    if (fate.status === 503 && JSON.parse(fate.body).status === 'stopping') return atMs;
    await delay(20);
  }
}

/**
 * Sent when proxies have long gone elsewhere, over a connection that the kernel made, or that had been idle for the whole delay, in the
 * moment in which the node closes it: a request that was never accepted. `judgeOrders` sees that nothing came of it.
 */
function isNeverAccepted({ what, atMs, fate }: Sent, delayMs: number): boolean {
  return what === 'checkout' && atMs > delayMs && fate.kind === 'lost' && fate.reason.includes('ECONNRESET');
}

function countFates(sent: readonly Sent[], delayMs: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of sent) {
    const name = `${one.what}_${isNeverAccepted(one, delayMs) ? 'reset_unread' : one.fate.kind}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function judge(sent: Sent, delayMs: number): string[] {
  const { what, atMs, fate } = sent;
  if (isNeverAccepted(sent, delayMs)) return [];
  const when = `${Math.round(atMs)} ms after SIGTERM`;
  if (fate.kind === 'lost') return [`A ${what} sent ${when} was lost: ${fate.reason}.`];
  if (fate.kind === 'refused')
    return atMs < delayMs ? [`A ${what} was refused ${when}, before the delay was over.`] : [];
  if (fate.status >= 300) return [`A ${what} sent ${when} was answered ${fate.status}: ${fate.body}`];
  if (what === 'stream')
    return fate.body.endsWith(': this node stops\n\n') ? [] : [`A stream ended with ${fate.body.slice(-80)}`];
  return atMs > 100 && fate.headers.connection !== 'close'
    ? [`The answer to a ${what} sent ${when} keeps its connection.`]
    : [];
}

/** A confirmation that was answered has made one order, one that was refused has made none. */
async function judgeOrders(
  shop: TestShop,
  buyers: readonly Buyer[],
  confirmations: readonly Sent[],
): Promise<string[]> {
  await shop.services.jobs.runDue();
  const { rows } = await shop.db.execute<{ email: string; orders: number }>(sql`
    select email, count(*)::int as orders from orders
    where email = any(${buyers.map(({ email }) => email)}::text[]) group by email`);
  const ordersOf = new Map(rows.map(({ email, orders }) => [email, orders]));
  const wrong = buyers.flatMap(({ email }, index) => {
    const { fate } = confirmations[index];
    const orders = ordersOf.get(email) ?? 0;
    return orders === (fate.kind === 'answered' ? 1 : 0)
      ? []
      : [`${orders} orders came of a checkout that was ${fate.kind}.`];
  });
  return [...wrong, ...(await findIrregularities(shop.db))];
}

function cookieOf(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
}

/** Each request comes from elsewhere, so that none meets the limit a minute. */
function addressFrom(random: () => number): string {
  return `10.${[0, 0, 0].map(() => Math.floor(random() * 256)).join('.')}`;
}
