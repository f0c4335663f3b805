import type { ShopEvent } from '@kindred/contracts';
import { useEffect } from 'react';
import { eventQueue, sendBeforeEnd } from './send-events.ts';
import { watchCards } from './watch-cards.ts';

/** Reports the recommended cards that the shopper sees, on every page. */
export function useImpressions(): void {
  useEffect(() => {
    const unwatch = watchCards((card) => eventQueue.add({ kind: 'impression', ...card }));
    const stop = sendBeforeEnd();
    return () => {
      unwatch();
      eventQueue.flush();
      stop();
    };
  }, []);
}

/**
 * Reports a visit that the server has stored while it made the page, with the same ids. The shop stores it once, and learns that a
 * browser shows its pages. A page that was fetched in advance is reported only here.
 */
export function useVisit(events: readonly ShopEvent[]): void {
  useEffect(() => eventQueue.add(...events), [events]);
}
