/** Callers that ask for the same thing while it is being made wait for the one that is. */
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
