/** The most events that a node accepts of one visitor in a minute. A page with five shelves of twelve cards sends about seventy. */
const mostPerMinute = 600;
const mostVisitors = 20_000;

/** Counts the events of each visitor in this node's memory, by the minute. */
export function createVisitorRate({ clock }: { clock: () => Date }) {
  let minute = 0;
  const counts = new Map<string, number>();

  /** Returns how many of `wanted` events are still allowed. */
  return function take(visitorId: string, wanted: number): number {
    const now = Math.floor(clock().getTime() / 60_000);
    if (now !== minute || counts.size >= mostVisitors) counts.clear();
    minute = now;
    const before = counts.get(visitorId) ?? 0;
    const allowed = Math.min(wanted, Math.max(0, mostPerMinute - before));
    counts.set(visitorId, before + allowed);
    return allowed;
  };
}

export type VisitorRate = ReturnType<typeof createVisitorRate>;
