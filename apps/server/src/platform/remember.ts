export type Remembered<Value> = (() => Promise<Value>) & { forget(): void };

/**
 * Keeps what a slow look-up found for a while. Callers that come while it runs wait for the same answer; a failure is not kept.
 * For `graceMs` after that while, whoever asks gets the old answer and the look-up runs once behind their back; when it fails, the
 * old answer stays until the grace is over. `forget` is for when it is known to be wrong: nobody who asks afterwards gets what was
 * looked up before.
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
      // The old answer is good for as long as its grace.
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
