/** @file Collects the shopper's events and sends them in batches. */
import type { ShopEvent } from '@kindred/contracts';

export interface EventQueue {
  add(...events: readonly ShopEvent[]): void;
  /** Sends what waits, before the page may end. */
  flush(): void;
}

const waitMs = 2_000;
/** The most that the API takes in one request. */
const mostInBatch = 100;
/** A shop that does not answer for so long loses the oldest ones. */
const mostWaiting = 500;

/**
 * Each event gets an id, unless it has one, so that the shop stores it once however often it is sent.
 * @param send false if the batch could not be sent; it is sent again with the next one
 */
export function createEventQueue({
  send,
  newId,
}: {
  send: (events: readonly ShopEvent[]) => Promise<boolean>;
  newId: () => string;
}): EventQueue {
  let waiting: ShopEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function schedule(): void {
    timer ??= setTimeout(flush, waitMs);
  }

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, mostInBatch);
      void send(batch).then((isSent) => {
        if (isSent) return;
        waiting = [...batch, ...waiting].slice(-mostWaiting);
        schedule();
      });
    }
  }

  return {
    add(...events) {
      waiting.push(...events.map((event) => ({ ...event, event_id: event.event_id ?? newId() })));
      if (waiting.length >= mostInBatch) flush();
      else if (waiting.length > 0) schedule();
    },
    flush,
  };
}
