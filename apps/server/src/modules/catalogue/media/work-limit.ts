import pLimit from 'p-limit';

/** The queue is full. */
export class OverloadedError extends Error {
  override readonly name = 'OverloadedError';
}

export type WorkLimit = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Runs at most `atOnce` tasks concurrently and queues at most `waiting` others. It rejects the rest. */
export function createWorkLimit({ atOnce, waiting }: { atOnce: number; waiting: number }): WorkLimit {
  const limit = pLimit(atOnce);
  return async (work) => {
    if (limit.activeCount + limit.pendingCount >= atOnce + waiting)
      throw new OverloadedError(`${waiting} wait already.`);
    return limit(work);
  };
}
