import pLimit from 'p-limit';

/** There is no room in the queue. */
export class OverloadedError extends Error {
  override readonly name = 'OverloadedError';
}

export type WorkLimit = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Runs `atOnce` works at a time; `waiting` others wait for their turn, and the rest are turned away. */
export function createWorkLimit({ atOnce, waiting }: { atOnce: number; waiting: number }): WorkLimit {
  const limit = pLimit(atOnce);
  return async (work) => {
    if (limit.activeCount + limit.pendingCount >= atOnce + waiting)
      throw new OverloadedError(`${waiting} wait already.`);
    return limit(work);
  };
}
