import { LRUCache } from 'lru-cache';
import type { TextMatch } from './match-text.ts';

const keptMs = 60_000;
const keptTexts = 500;
/** The total for all texts, at 8 bytes per product. */
const keptProducts = 2_000_000;

/**
 * Keeps the matches of a text for a minute, so that its pages, filters and facets cost one query. Concurrent callers share the query,
 * and get its answer even if the cache drops the text meanwhile. The cache does not keep failures.
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
