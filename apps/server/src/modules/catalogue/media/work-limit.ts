/** There is no room in the queue. */
export class OverloadedError extends Error {
  override readonly name = 'OverloadedError';
}

export type WorkLimit = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Runs so many works at once; a number of others wait for their turn, and the rest are turned away. */
export function createWorkLimit({ atOnce, waiting }: { atOnce: number; waiting: number }): WorkLimit {
  const queue: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running < atOnce) running++;
    else if (queue.length < waiting) await new Promise<void>((turn) => queue.push(turn));
    else throw new OverloadedError(`${waiting} wait already.`);
    try {
      return await work();
    } finally {
      // The place is handed on; nobody can slip in between.
      const next = queue.shift();
      if (next) next();
      else running--;
    }
  };
}
