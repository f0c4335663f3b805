/** Runs a piece of work. Returns undefined if it failed or was late. @param patience how many times the usual limit it may take */
export type WithinTime = <T>(
  part: string,
  work: () => T | Promise<T>,
  patience?: number,
) => Promise<T | undefined>;

const late = Symbol('late');

/**
 * Runs work that may fail or be late, and continues without it then.
 * @param ms the time limit for each piece of work
 * @param onMissed called with the error, or without one if the work was late
 */
export function withinTime({
  ms,
  onMissed,
}: {
  ms: number;
  onMissed: (part: string, error?: unknown) => void;
}): WithinTime {
  return async (part, work, patience = 1) => {
    let timer: NodeJS.Timeout | undefined;
    try {
      const working = work();
      if (!(working instanceof Promise)) return working;
      const timeUp = new Promise<typeof late>((resolve) => {
        // If the event loop was busy, an answer may be waiting: it is read before the immediate.
        timer = setTimeout(() => setImmediate(() => resolve(late)), ms * patience);
      });
      const outcome = await Promise.race([working, timeUp]);
      if (outcome !== late) return outcome;
      working.catch(() => undefined);
      onMissed(part);
    } catch (error) {
      onMissed(part, error);
    } finally {
      clearTimeout(timer);
    }
    return undefined;
  };
}
