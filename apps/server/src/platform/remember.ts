export type Remembered<Value> = (() => Promise<Value>) & { forget(): void };

/**
 * Caches the result of a slow look-up for a while. Concurrent callers share one look-up; failures are not cached. For `graceMs` after that
 * while, callers get the old value while one look-up runs in the background. If it fails, the old value stays until the grace period is
 * over. `forget` drops a value that is known to be wrong, and the result of a look-up that is still running.
 */
export function remember<Value>(
  find: () => Promise<Value>,
  { forMs, graceMs = 0, clock = Date.now }: { forMs: number; graceMs?: number; clock?: () => number },
): Remembered<Value> {
  interface Kept {
    readonly value: Promise<Value>;
    readonly freshUntil: number;
  }
  let kept: Kept | undefined;
  let renewing: Kept | undefined;

  function look(): Kept {
    const value = find();
    return { value, freshUntil: clock() + forMs };
  }

  async function renew(): Promise<void> {
    if (renewing) return;
    const fresh = look();
    renewing = fresh;
    try {
      await fresh.value;
      if (renewing === fresh) kept = fresh;
    } catch {
      // The old value stays valid during its grace period.
    } finally {
      if (renewing === fresh) renewing = undefined;
    }
  }

  function ask(): Promise<Value> {
    const age = kept ? clock() - kept.freshUntil : Number.POSITIVE_INFINITY;
    if (kept && age < 0) return kept.value;
    if (kept && age < graceMs) {
      void renew();
      return kept.value;
    }
    const entry = look();
    kept = entry;
    entry.value.catch(() => {
      if (kept === entry) kept = undefined;
    });
    return entry.value;
  }

  return Object.assign(ask, {
    forget() {
      kept = undefined;
      renewing = undefined;
    },
  });
}
