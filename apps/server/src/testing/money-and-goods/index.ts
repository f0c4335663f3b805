/** @file Random histories of orders on a real database, with the rules that must hold in each. */
import { findIrregularities } from '../books.ts';
import { type Happening, makeSequence, type Sequence } from './happenings.ts';
import { findBreaches, findOpenEnds } from './invariants.ts';
import { happen, type Play } from './play.ts';
import { createWorld, type World } from './world.ts';

interface Played {
  readonly violations: readonly string[];
  readonly counts: ReadonlyMap<string, number>;
  readonly orders: number;
}

/** Plays a sequence to its end, then lets everything pending finish. */
async function playSequence(world: World, { stock, happenings }: Sequence): Promise<Played> {
  const products = await world.stock(stock);
  const play: Play = {
    world,
    products,
    orderIds: [],
    counts: new Map(),
    refundsByKey: new Map(),
    violations: [],
  };
  const { violations } = play;
  for (const happening of happenings) {
    if (await happen(play, happening)) violations.push(...(await findBreaches(world, products)));
    if (violations.length > 0) break;
  }
  let openEnds: string[] = [];
  for (let hours = 0; hours < 5 && violations.length === 0; hours++) {
    while ((await world.runJobs()) > 0);
    openEnds = await findOpenEnds(world, play.orderIds);
    if (openEnds.length === 0) break;
    await happen(play, { what: 'an-hour-passes' });
    for (let order = 0; order < play.orderIds.length; order++) await happen(play, { what: 'look', order });
  }
  violations.push(...openEnds, ...(await findBreaches(world, products)));
  return { violations, counts: play.counts, orders: play.orderIds.length };
}

/** The shortest sequence that still shows the fault. Races may need several tries. */
async function shrink(world: World, sequence: Sequence, { tries = 4 } = {}): Promise<Sequence> {
  const fails = async (candidate: Sequence): Promise<boolean> => {
    for (let times = 0; times < tries; times++) {
      const { violations } = await playSequence(world, candidate);
      const isWrong = violations.length > 0 || (await findIrregularities(world.db)).length > 0;
      await world.clear();
      if (isWrong) return true;
    }
    return false;
  };
  let smallest = sequence;
  for (let place = smallest.happenings.length - 1; place >= 0; place--) {
    const without = { ...smallest, happenings: smallest.happenings.filter((_, index) => index !== place) };
    if (await fails(without)) smallest = without;
  }
  return smallest;
}

/** The number of sequences that are checked together, because a check of all orders takes longer than one sequence. */
const batchSize = 25;

interface ProofOfMoneyAndGoods {
  readonly figures: Readonly<Record<string, number>>;
  readonly violations: string[];
}

/**
 * Plays sequences from a seed, concurrently in as many shops as `lanes` says. A violation is reported with the shortest sequence
 * that shows it.
 */
export async function proveMoneyAndGoods({
  seed,
  sequences,
  lanes,
  onProgress,
}: {
  seed: number;
  sequences: number;
  lanes: number;
  onProgress(done: number): void;
}): Promise<ProofOfMoneyAndGoods> {
  const sums: Sums = { orders: 0, happenings: 0, counts: new Map(), violations: [] };
  const { violations } = sums;
  let [next, done] = [0, 0];
  async function playLane(): Promise<void> {
    const world = await createWorld();
    try {
      while (next < sequences && violations.length < 3) {
        const first = next;
        next = Math.min(sequences, first + batchSize);
        const numbers = Array.from({ length: next - first }, (_, index) => seedOf(seed, first + index));
        await playBatch(world, numbers, sums);
        done += numbers.length;
        onProgress(done);
      }
    } finally {
      await world.close();
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: lanes }, playLane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  const outcomes = [...sums.counts].sort(([left], [right]) => left.localeCompare(right));
  return {
    figures: {
      sequences: done,
      orders: sums.orders,
      happenings: sums.happenings,
      ...Object.fromEntries(outcomes.map(([name, times]) => [name.replaceAll(/[ -]/g, '_'), times])),
    },
    violations,
  };
}

interface Sums {
  orders: number;
  happenings: number;
  readonly counts: Map<string, number>;
  readonly violations: string[];
}

async function playBatch(world: World, numbers: readonly number[], sums: Sums): Promise<void> {
  const wrong: [number, readonly string[]][] = [];
  for (const number of numbers) {
    const sequence = makeSequence(number);
    const played = await playSequence(world, sequence);
    sums.orders += played.orders;
    sums.happenings += count(sequence.happenings);
    for (const [name, times] of played.counts) sums.counts.set(name, (sums.counts.get(name) ?? 0) + times);
    if (played.violations.length === 0) continue;
    wrong.push([number, played.violations]);
    await world.clear();
  }
  const irregularities = await findIrregularities(world.db);
  await world.clear();
  if (irregularities.length > 0 && wrong.length === 0)
    sums.violations.push(
      `sequences of the seeds ${numbers[0]} to ${numbers.at(-1)}: ${irregularities.join('; ')}`,
    );
  for (const [number, sentences] of wrong) {
    const shortest = await shrink(world, makeSequence(number));
    sums.violations.push(`sequence of seed ${number}: ${sentences.join('; ')}\n${JSON.stringify(shortest)}`);
  }
}

/** The seed of one sequence of a run. */
function seedOf(seed: number, index: number): number {
  return (Math.imul(seed, 0x9e3779b1) + index) >>> 0;
}

function count(happenings: readonly Happening[]): number {
  return happenings.reduce((sum, one) => sum + (one.what === 'at-once' ? one.happenings.length : 1), 0);
}
