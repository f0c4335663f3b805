/** Does a piece of work; undefined where it failed, or took too long. */
export type WithinTime = <T>(part: string, work: () => T | Promise<T>) => Promise<T | undefined>;

const late = Symbol('late');

/**
 * What is late is not waited for, and what fails is done without.
 * @param ms how long each piece of work may take
 * @param onMissed with what went wrong; without an error it was late
 */
export function withinTime({
  ms,
  onMissed,
}: {
  ms: number;
  onMissed: (part: string, error?: unknown) => void;
}): WithinTime {
  return async (part, work) => {
    let timer: NodeJS.Timeout | undefined;
    try {
      const working = work();
      if (!(working instanceof Promise)) return working;
      const timeUp = new Promise<typeof late>((resolve) => {
        timer = setTimeout(() => resolve(late), ms);
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
