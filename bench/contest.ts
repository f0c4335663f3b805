import { setTimeout } from 'node:timers/promises';

/** One way of doing the measured work. */
export interface Contender {
  readonly name: string;
  /** Does the work once. Returns its milliseconds if it measured them itself (in another process). */
  // biome-ignore lint/suspicious/noConfusingVoidType: a contender that is timed from outside returns nothing.
  run(): Promise<number | void> | void;
}

export interface Measurement {
  readonly name: string;
  readonly medianMs: number;
  readonly fastestMs: number;
  readonly slowestMs: number;
  /** This median divided by that of the first contender. */
  readonly ratio: number;
}

export interface BenchmarkReport {
  readonly name: string;
  /** The exact setting of the measurement. */
  readonly setting: string;
  readonly rounds: number;
  readonly measurements: readonly Measurement[];
  /** Other measurements, one sentence each. */
  readonly notes?: readonly string[];
  /** Peers that did not take part, and why. */
  readonly absent: readonly string[];
  /** Contenders whose results differ from those of the first. Empty if all agree. */
  readonly disagreements: readonly string[];
}

/** PyTorch's threads spin for about 200 ms after their work, which must not slow the next contender. */
const PAUSE_MS = 250;

/**
 * In its turn, a contender works back to back, as in training: once to wake its threads and fill the caches, then measured, until it reaches
 * both minimums.
 */
const MIN_WORKS = 3;
const MIN_TURN_MS = 300;

/**
 * Times the contenders in turn, `rounds` times after one round that does not count. A turn's time is the mean of its
 * measured works. The others are compared with the first.
 */
export async function runContest(contenders: readonly Contender[], rounds: number): Promise<Measurement[]> {
  const times = contenders.map(() => [] as number[]);
  for (let round = -1; round < rounds; round++) {
    for (const [c, contender] of contenders.entries()) {
      await contender.run();
      let elapsed = 0;
      let works = 0;
      for (; works < MIN_WORKS || elapsed < MIN_TURN_MS; works++) elapsed += await timeOnce(contender);
      if (round >= 0) times[c]!.push(elapsed / works);
      await setTimeout(PAUSE_MS);
    }
  }
  const first = medianOf(times[0]!);
  return contenders.map(({ name }, c) => {
    const medianMs = medianOf(times[c]!);
    return {
      name,
      medianMs,
      fastestMs: Math.min(...times[c]!),
      slowestMs: Math.max(...times[c]!),
      ratio: medianMs / first,
    };
  });
}

async function timeOnce(contender: Contender): Promise<number> {
  const started = performance.now();
  const measured = await contender.run();
  return typeof measured === 'number' ? measured : performance.now() - started;
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}
