/** Two integers in shared memory: threads that have arrived, and rounds that have passed. */
export const BARRIER_INTS = 2;
const ARRIVED = 0;
const ROUND = 1;

/** How often a thread polls before it sleeps: the others are usually a few microseconds behind. */
const SPINS = 2_000;

/** Waits until `threads` threads have called it on the same `state`. It orders memory: after it, every thread sees the writes before it. */
export function waitAtBarrier(state: Int32Array, threads: number): void {
  if (threads === 1) return;
  const round = Atomics.load(state, ROUND);
  if (Atomics.add(state, ARRIVED, 1) === threads - 1) {
    Atomics.store(state, ARRIVED, 0);
    Atomics.add(state, ROUND, 1);
    Atomics.notify(state, ROUND);
    return;
  }
  for (let spin = 0; spin < SPINS; spin++) if (Atomics.load(state, ROUND) !== round) return;
  while (Atomics.load(state, ROUND) === round) Atomics.wait(state, ROUND, round);
}
