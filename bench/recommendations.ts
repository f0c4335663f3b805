/**
 * @file Measures shelves of a shop of 100,000 products and 200,000 people over HTTP, with clients that never pause, against a bare Fastify
 * route that sends the same JSON. With KINDRED_BENCH_BEFORE, another checkout serves a copy of the same shop in the same run.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Ask, createClient, runClosedLoop, type Turn } from './closed-loop.ts';
import type { BenchmarkReport, Measurement } from './contest.ts';
import { countStatements } from './count-statements.ts';
import { type BenchDatabases, queryOnce, withDatabases } from './databases.ts';
import { readShelfMetrics, runAtHalfLoad, timeStages } from './half-load.ts';
import { type NodeProcess, startNodeProcess } from './node-process.ts';
import { percentile } from './open-loop.ts';
import { keepShop, migrateWith, size } from './recommendations-shop.ts';
import { drawShelves, lookAround, type Shelves } from './shelf-asks.ts';

const CONNECTIONS = 16;
const ROUNDS = 5;
const TURN_MS = 2_000;
/** How many recorded answers of each shelf the bare route sends. */
const CAPTURED = 400;
const COUNTED = 30;
const MOST_STATEMENTS = 3;
const WRITTEN_AFTER_MS = 3_000;
/** How many requests, one after the other, the times of stages come from. */
const STAGED = 200;
const SECRET = 'the secret of the shops that benchmarks make';
const bareRoute = fileURLToPath(new URL('./bare-route-node.ts', import.meta.url));
const here = fileURLToPath(new URL('..', import.meta.url));

/** A node of a checkout, with its own database and data folder. */
interface ShopNode extends NodeProcess {
  readonly database: string;
}

/** Answers the requests for a shelf. */
interface Contender {
  readonly name: 'ours' | 'before' | 'bare';
  readonly origin: string;
  readonly asks: readonly Ask[];
}

export const recommendationsBenchmark = {
  summary: 'shelves of 100,000 products and 200,000 people over HTTP; a bare route with the same JSON',

  async run(): Promise<BenchmarkReport> {
    const before = process.env.KINDRED_BENCH_BEFORE;
    // The older checkout makes the shop, because the newer one can read it.
    const eldest = before ?? here;
    const kept = process.env.KINDRED_BENCH_KEPT ?? join(eldest, 'node_modules/.cache/kindred-bench');
    mkdirSync(kept, { recursive: true });
    await keepShop(kept, eldest);
    return withDatabases(
      async (databases) => {
        const today = await databases.copy(databases.main);
        await lookAround(today);
        const shelves = await drawShelves(today, SECRET);
        const nodes = new Map<Contender['name'], ShopNode>();
        try {
          for (const [name, tree] of Object.entries({ ours: here, before }))
            if (tree !== undefined)
              nodes.set(
                name as Contender['name'],
                await startShop(name, { tree, today, databases, models: join(kept, 'models') }),
              );
          return await compare(shelves, nodes, databases);
        } finally {
          for (const node of nodes.values()) await node.stop();
        }
      },
      { keptIn: kept },
    );
  },
};

async function startShop(
  name: string,
  {
    tree,
    today,
    databases,
    models,
  }: { tree: string; today: string; databases: BenchDatabases; models: string },
): Promise<ShopNode> {
  const database = await databases.copy(today);
  const dataDir = join(databases.folder, name);
  cpSync(models, join(dataDir, 'models'), { recursive: true });
  await migrateWith(tree, database, dataDir);
  // As a start does.
  await queryOnce(
    database,
    `do $$ begin if to_regproc('make_month_partitions') is not null then perform make_month_partitions(); end if; end $$`,
  );
  await queryOnce(database, 'vacuum analyze events');
  const node = await startNodeProcess(join(tree, 'bench/checkout-node.ts'), [database, SECRET, dataDir]);
  return { ...node, database };
}

async function compare(
  shelves: Shelves,
  nodes: ReadonlyMap<Contender['name'], ShopNode>,
  { folder, main }: BenchDatabases,
): Promise<BenchmarkReport> {
  const captured = await capture(nodes.get('ours')!, shelves);
  const file = join(folder, 'answers.json');
  writeFileSync(file, JSON.stringify(captured.answers));
  const statements = await countAll(shelves, nodes, main);
  const bare = await startNodeProcess(bareRoute, [file]);
  try {
    const contendersOf = (shelf: string): Contender[] => [
      ...[...nodes].map(([name, { origin }]) => ({ name, origin, asks: shelves[shelf]! })),
      { name: 'bare', origin: bare.origin, asks: captured.bareAsks.get(shelf)! },
    ];
    const stored = await countStored(nodes);
    const turns = await takeTurns(Object.keys(shelves), contendersOf);
    const details = await lookCloser(nodes.get('ours')!, shelves, turns);
    return {
      name: 'recommendations',
      setting: `${size.products} products, ${size.users} people, ${await countInteractions(nodes.get('ours')!.database)} interactions, ${CONNECTIONS} connections, time per answer, ratio to each shelf's first line`,
      rounds: ROUNDS,
      measurements: [...turns].flatMap(([shelf, taken]) => measure(shelf, taken)),
      notes: [
        ...[...turns].map(([shelf, taken]) => describe(shelf, taken, statements.get(shelf)!)),
        ...details.notes,
        ...captured.remarks,
      ],
      absent: nodes.has('before') ? [] : ['before: KINDRED_BENCH_BEFORE names no other checkout'],
      disagreements: await findLost({ nodes, stored, turns, others: details.asked }),
    };
  } finally {
    await bare.stop();
  }
}

/** Records our shop's answers, and the bare route's addresses for them. */
async function capture({ origin }: ShopNode, shelves: Shelves) {
  const client = createClient(origin);
  const answers: string[] = [];
  const bareAsks = new Map<string, Ask[]>();
  const remarks: string[] = [];
  for (const [shelf, asks] of Object.entries(shelves)) {
    const texts: string[] = [];
    for (const ask of asks.slice(0, CAPTURED)) texts.push(await client.ask(ask));
    bareAsks.set(
      shelf,
      asks.slice(0, CAPTURED).map((ask, at) => ({ ...ask, path: `/${answers.length + at}` })),
    );
    answers.push(...texts);
    const short = texts.filter((text) => JSON.parse(text).items.length < 20).length;
    if (short > 0) remarks.push(`${shelf}: ${short} of ${texts.length} answers have less than 20 products`);
  }
  client.close();
  return { answers, bareAsks, remarks };
}

type Statements = ReadonlyMap<Contender['name'], number>;

async function countAll(
  shelves: Shelves,
  nodes: ReadonlyMap<Contender['name'], ShopNode>,
  main: string,
): Promise<Map<string, Statements>> {
  const counted = new Map<string, Statements>();
  for (const [shelf, asks] of Object.entries(shelves)) {
    const ofShelf = new Map<Contender['name'], number>();
    for (const [name, { origin, database }] of nodes) {
      const client = createClient(origin);
      const some = Array.from({ length: COUNTED }, (_, at) => asks[at % asks.length]!);
      ofShelf.set(name, await countStatements(client, some, { main, database }));
      client.close();
    }
    counted.set(shelf, ofShelf);
  }
  return counted;
}

type Taken = ReadonlyMap<Contender['name'], readonly Turn[]>;

/** Measures the contenders in turn, in every other round in reverse. Returns the first round too, which does not count. */
async function takeTurns(
  shelves: readonly string[],
  contendersOf: (shelf: string) => Contender[],
): Promise<Map<string, Taken>> {
  const turns = new Map(shelves.map((shelf) => [shelf, new Map<Contender['name'], Turn[]>()]));
  for (let round = 0; round <= ROUNDS; round++)
    for (const shelf of shelves) {
      const contenders = contendersOf(shelf);
      for (const { name, origin, asks } of round % 2 === 0 ? contenders : contenders.reverse()) {
        const first = round * 577;
        const turn = await runClosedLoop({ origin, asks, first, connections: CONNECTIONS, forMs: TURN_MS });
        const taken = turns.get(shelf)!;
        taken.set(name, [...(taken.get(name) ?? []), turn]);
      }
    }
  return turns;
}

const counting = (turns: readonly Turn[]): readonly Turn[] => turns.slice(1);

const medianRate = (turns: readonly Turn[]): number =>
  percentile(
    counting(turns).map(({ perSecond }) => perSecond),
    0.5,
  );

/** Returns how many times as fast our shop is: the median of ratios within rounds, because a slow round slows both. */
function ratioTo(other: Contender['name'], taken: Taken): number {
  const theirs = counting(taken.get(other)!);
  return percentile(
    counting(taken.get('ours')!).map(({ perSecond }, round) => perSecond / theirs[round]!.perSecond),
    0.5,
  );
}

const labels = { ours: '', before: '  before', bare: '  bare route, same JSON' };

function measure(shelf: string, taken: Taken): Measurement[] {
  return [...taken].map(([name, turns]) => {
    const rates = counting(turns).map(({ perSecond }) => perSecond);
    return {
      name: labels[name] || shelf,
      medianMs: 1_000 / medianRate(turns),
      fastestMs: 1_000 / Math.max(...rates),
      slowestMs: 1_000 / Math.min(...rates),
      ratio: ratioTo(name, taken),
    };
  });
}

function describe(shelf: string, taken: Taken, statements: Statements): string {
  const figures = (name: Contender['name']) => {
    const eachMs = counting(taken.get(name)!).flatMap((turn) => turn.eachMs);
    const [p50, p95] = [0.5, 0.95].map((share) => percentile(eachMs, share).toFixed(1));
    const rate = medianRate(taken.get(name)!).toFixed(0);
    return `${rate} requests/s (p50 ${p50} ms, p95 ${p95} ms, ${statements.get(name)} statements)`;
  };
  const before = taken.has('before')
    ? `; before ${figures('before')}: ${ratioTo('before', taken).toFixed(2)} x as fast`
    : '';
  const most = statements.get('ours')! > MOST_STATEMENTS ? `; more than ${MOST_STATEMENTS} statements` : '';
  const share = (100 * ratioTo('bare', taken)).toFixed(1);
  return `${shelf}: ${figures('ours')}, ${share} % of the bare route's ${medianRate(taken.get('bare')!).toFixed(0)}${before}${most}`;
}

/** What the turns do not show: answer times at half load, the time of each stage, and the parts that shelves had to do without. */
async function lookCloser(
  { origin }: ShopNode,
  shelves: Shelves,
  turns: ReadonlyMap<string, Taken>,
): Promise<{ notes: string[]; asked: number }> {
  const notes: string[] = [];
  let asked = 0;
  for (const [shelf, asks] of Object.entries(shelves)) {
    const half = await runAtHalfLoad(origin, asks, medianRate(turns.get(shelf)!.get('ours')!));
    const some = Array.from({ length: STAGED }, (_, at) => asks[at % asks.length]!);
    const { stages, asked: one } = await timeStages(origin, some);
    const told = [...stages].map(([stage, ms]) => `${stage} ${ms.toFixed(2)}`);
    notes.push(
      `${shelf}: at ${half.perSecond.toFixed(0)} requests/s, half of what it reached, p50 ${half.p50.toFixed(1)} ms, p99 ${half.p99.toFixed(1)} ms; one after the other, ms: ${told.join(', ')}`,
    );
    asked += half.asked + one;
  }
  const { missed } = await readShelfMetrics(origin);
  notes.push(`${missed} parts of shelves failed or were late, in all requests`);
  return { notes, asked };
}

async function countInteractions(database: string): Promise<number> {
  const [row] = await queryOnce<{ all: number }>(
    database,
    'select (select count(*) from reviews)::int + (select count(*) from order_lines)::int + (select count(*) from events)::int as all',
  );
  return row!.all;
}

/** Counts the shelves whose exposures were stored. */
async function countStored(nodes: ReadonlyMap<Contender['name'], ShopNode>): Promise<Map<string, number>> {
  // Waits for what the nodes write after their answers.
  await setTimeout(WRITTEN_AFTER_MS);
  const stored = new Map<string, number>();
  for (const [name, { database }] of nodes) {
    const [row] = await queryOnce<{ shelves: number }>(
      database,
      'select count(distinct request_id)::int as shelves from exposures',
    );
    stored.set(name, row!.shelves);
  }
  return stored;
}

async function findLost({
  nodes,
  stored: atFirst,
  turns,
  others,
}: {
  nodes: ReadonlyMap<Contender['name'], ShopNode>;
  stored: ReadonlyMap<string, number>;
  turns: ReadonlyMap<string, Taken>;
  /** The requests to our shop besides the turns. */
  others: number;
}): Promise<string[]> {
  const atLast = await countStored(nodes);
  return [...nodes.keys()].flatMap((name) => {
    const shown = [...turns.values()].reduce(
      (sum, taken) => sum + taken.get(name)!.reduce((inTurns, { eachMs }) => inTurns + eachMs.length, 0),
      name === 'ours' ? others : 0,
    );
    const stored = atLast.get(name)! - atFirst.get(name)!;
    return stored === shown ? [] : [`${name}: of ${shown} shelves that were shown, ${stored} were stored.`];
  });
}
