/**
 * @file The quantity that the shopper wants of each product, from the click until the page shows the server's answer. A burst of clicks
 * is one wish, which becomes due after a quiet moment. A line sends one wish at a time, and only its latest.
 */
export interface Wish {
  readonly quantity: number;
  /** Whether to send it now. */
  readonly isDue: boolean;
  /** The quantity that was sent and is not answered yet. */
  readonly sent: number | undefined;
}

export type Wishes = ReadonlyMap<number, Wish>;

export interface WantedQuantities {
  subscribe(listener: () => void): () => void;
  wishes(): Wishes;
  want(productId: number, quantity: number, options?: { atOnce?: boolean }): void;
  /** The request was sent. */
  markSent(productId: number): void;
  /** The page shows the answer. If the shopper has not changed the wish since it was sent, it is done. */
  settle(productId: number): void;
  drop(productId: number): void;
}

const quietMs = 300;

export function createWantedQuantities(): WantedQuantities {
  let wishes: Wishes = new Map();
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  const listeners = new Set<() => void>();

  function put(productId: number, wish: Wish | undefined): void {
    const next = new Map(wishes);
    if (wish) next.set(productId, wish);
    else next.delete(productId);
    wishes = next;
    for (const listener of listeners) listener();
  }

  function change(productId: number, changed: Partial<Wish>): void {
    const wish = wishes.get(productId);
    if (wish) put(productId, { ...wish, ...changed });
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wishes: () => wishes,
    want(productId, quantity, { atOnce = false } = {}) {
      clearTimeout(timers.get(productId));
      put(productId, { quantity, isDue: atOnce, sent: wishes.get(productId)?.sent });
      if (!atOnce)
        timers.set(
          productId,
          setTimeout(() => change(productId, { isDue: true }), quietMs),
        );
    },
    markSent(productId) {
      change(productId, { isDue: false, sent: wishes.get(productId)?.quantity });
    },
    settle(productId) {
      const wish = wishes.get(productId);
      if (wish) put(productId, wish.sent === wish.quantity ? undefined : { ...wish, sent: undefined });
    },
    drop(productId) {
      clearTimeout(timers.get(productId));
      if (wishes.has(productId)) put(productId, undefined);
    },
  };
}
