/** @file Keeps for a minute what texts have found, so that pages, filters and facets of one text cost one match. */
import type { TextMatch } from './match-text.ts';

export interface MatchCache {
  /** Callers that come while it is looked for wait for the same answer. A failure is not kept. */
  get(key: string, find: () => Promise<TextMatch>): Promise<TextMatch>;
}

const keptMs = 60_000;
const keptTexts = 500;
/** Of all texts together: 8 bytes each. */
const keptProducts = 2_000_000;

interface Entry {
  readonly match: Promise<TextMatch>;
  readonly until: number;
  products: number;
}

export function createMatchCache({
  clock = () => performance.now(),
}: {
  clock?: () => number;
} = {}): MatchCache {
  // In the order of their making: the oldest go first.
  const entries = new Map<string, Entry>();
  let products = 0;

  function drop(key: string): void {
    products -= entries.get(key)?.products ?? 0;
    entries.delete(key);
  }

  function makeRoom(): void {
    for (const [key, { until }] of entries) {
      if (until > clock() && entries.size <= keptTexts && products <= keptProducts) return;
      drop(key);
    }
  }

  return {
    get(key, find) {
      const kept = entries.get(key);
      if (kept && kept.until > clock()) return kept.match;
      drop(key);
      const entry: Entry = { match: find(), until: clock() + keptMs, products: 0 };
      entries.set(key, entry);
      entry.match.then(
        ({ productIds }) => {
          if (entries.get(key) !== entry) return;
          entry.products = productIds.length;
          products += productIds.length;
          makeRoom();
        },
        () => {
          if (entries.get(key) === entry) drop(key);
        },
      );
      makeRoom();
      return entry.match;
    },
  };
}
