import { LRUCache } from 'lru-cache';
import type { TextMatch } from './match-text.ts';

const keptMs = 60_000;
const keptTexts = 500;
/** Of all texts together: 8 bytes each. */
const keptProducts = 2_000_000;

/**
 * Keeps for a minute what texts have found, so that pages, filters and facets of one text cost one match. Callers that come while a
 * text is matched wait for the same answer, also when it is pushed out meanwhile. A failure is not kept.
 */
export const createMatchCache = () =>
  new LRUCache<string, TextMatch, () => Promise<TextMatch>>({
    max: keptTexts,
    maxSize: keptProducts,
    sizeCalculation: ({ productIds }) => 1 + productIds.length,
    ttl: keptMs,
    ignoreFetchAbort: true,
    fetchMethod: (_key, _stale, { context: match }) => match(),
  });
