/** Concurrent calls with the same key share one run and its result. */
export function createSharing<Result>() {
  const running = new Map<string, Promise<Result>>();
  return function share(name: string, work: () => Promise<Result>): Promise<Result> {
    const known = running.get(name);
    if (known) return known;
    const started = work().finally(() => running.delete(name));
    running.set(name, started);
    return started;
  };
}
