/** @file Answer times of a shelf at half of the rate that it can reach, and what its stages take. */
import { type Ask, type Client, createClient } from './closed-loop.ts';
import { percentile, runOpenLoop } from './open-loop.ts';

const HALF_LOAD_MS = 6_000;
const CLIENTS = 64;
const WARMING = 20;
/** The first answers at a new rate do not count. */
const UNCOUNTED = 0.1;

/** The answer times, each from the moment when the request was due. @param perSecond the most requests per second that were reached */
export async function runAtHalfLoad(
  origin: string,
  asks: readonly Ask[],
  perSecond: number,
): Promise<{ p50: number; p99: number; perSecond: number; asked: number }> {
  const rate = perSecond / 2;
  const idle: Client[] = Array.from({ length: CLIENTS }, () => createClient(origin));
  const clients = [...idle];
  const works = Array.from({ length: Math.ceil((rate * HALF_LOAD_MS) / 1_000) }, (_, at) => async () => {
    const client = idle.pop() ?? createClient(origin);
    await client.ask(asks[at % asks.length]!);
    idle.push(client);
  });
  const eachMs = await runOpenLoop(works, rate);
  for (const client of new Set([...clients, ...idle])) client.close();
  const counted = eachMs.slice(Math.floor(eachMs.length * UNCOUNTED));
  return {
    p50: percentile(counted, 0.5),
    p99: percentile(counted, 0.99),
    perSecond: rate,
    asked: works.length,
  };
}

/** Sums of the metrics that a node reports about its shelves. */
export interface ShelfMetrics {
  /** Seconds by stage. */
  readonly stages: ReadonlyMap<string, number>;
  /** Parts of shelves that failed or were late. */
  readonly missed: number;
}

export async function readShelfMetrics(origin: string): Promise<ShelfMetrics> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const values = (name: string) =>
    [
      ...text.matchAll(new RegExp(`^${name}\\{[^}\\n]*(?:stage|part)="([^"]+)"[^}\\n]*\\} (\\S+)$`, 'gm')),
    ].map(([, label, value]): [string, number] => [label!, Number(value)]);
  return {
    stages: new Map(values('kindred_recommendation_stage_duration_seconds_sum')),
    missed: values('kindred_recommendation_parts_missed_total').reduce((sum, [, value]) => sum + value, 0),
  };
}

/** Asks one request after the other. Returns the mean milliseconds of each stage, and of everything around them as `rest`. */
export async function timeStages(
  origin: string,
  asks: readonly Ask[],
): Promise<{ stages: ReadonlyMap<string, number>; asked: number }> {
  const client = createClient(origin);
  for (const ask of asks.slice(0, WARMING)) await client.ask(ask);
  const before = await readShelfMetrics(origin);
  const startedAt = performance.now();
  for (const ask of asks) await client.ask(ask);
  const total = performance.now() - startedAt;
  const after = await readShelfMetrics(origin);
  client.close();
  const times = [...after.stages].map(([stage, seconds]): [string, number] => [
    stage,
    (1_000 * (seconds - (before.stages.get(stage) ?? 0))) / asks.length,
  ]);
  const inStages = times.reduce((sum, [, ms]) => sum + ms, 0);
  const stages = new Map([...times, ['rest', total / asks.length - inStages]] as const);
  return { stages, asked: asks.length + WARMING };
}
