/**
 * Keeps what a slow look-up found for a while. Callers that come while it runs wait for the same answer; a
 * failure is not kept.
 */
export function remember<Value>(
  find: () => Promise<Value>,
  { forMs, clock = Date.now }: { forMs: number; clock?: () => number },
): () => Promise<Value> {
  let kept: { readonly value: Promise<Value>; readonly until: number } | undefined;
  return () => {
    if (kept && clock() < kept.until) return kept.value;
    const entry = { value: find(), until: clock() + forMs };
    kept = entry;
    entry.value.catch(() => {
      if (kept === entry) kept = undefined;
    });
    return entry.value;
  };
}
