/**
 * @file Measures how slow the machine is while something else runs on it. `node tools/calibrate.ts FILE` appends a sample to FILE every ten
 * seconds until it is ended.
 */
import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';

const everyMs = 10_000;

/** Returns the CPU seconds of a fixed computation: the mean of three, because other machines on the same host slow it in bursts. */
function sample(): number {
  return (compute() + compute() + compute()) / 3;
}

/** Hashing, strings, maps and JSON, in more memory than a core's own cache holds: other programs slow it as they slow a test. */
function compute(): number {
  const before = process.cpuUsage();
  const data = Buffer.alloc(4 << 20, 'kindred');
  createHash('sha256').update(data).digest();
  let sum = 0;
  const numbers = new Map(Array.from({ length: 40_000 }, (_, index) => [`${index * 7_919}`, index]));
  for (const value of numbers.values()) sum += value;
  sum += JSON.stringify([...numbers]).length;
  const { user, system } = process.cpuUsage(before);
  return (user + system + (sum > 0 ? 0 : 1)) / 1e6;
}

/** Samples at the start, every ten seconds and at the end. One program slows another only while both run, so samples before and after do not tell. */
export function sampleSpeed(): { stop(): number[] } {
  compute(); // Compiled from here on.
  const samples = [sample()];
  const timer = setInterval(() => samples.push(sample()), everyMs);
  return {
    stop() {
      clearInterval(timer);
      return [...samples, sample()];
    },
  };
}

if (import.meta.main) {
  const file = process.argv[2]!;
  compute();
  const append = () => appendFileSync(file, `${sample()}\n`);
  append();
  setInterval(append, everyMs);
}
