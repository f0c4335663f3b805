/** @file Where a list goes on, in a form that both search adapters understand. */
import type { SearchEngine, SearchSort } from './search-index.ts';

export interface SearchCursor {
  /** Scores of one engine mean nothing to the other: it skips `seen` products instead. */
  readonly engine: SearchEngine;
  readonly sort: SearchSort;
  /**
   * Of the last product of the page: number of ratings, Bayesian mean, days since 1970 (no day: -719162), price in minor units
   * (not for sale: 2147483647 rising, -1 falling), percent off (0: no reduction) or the engine's score.
   */
  readonly key: number;
  /** Of the product, or of its group. */
  readonly itemId: number;
  /** Products, a group being one, on all pages before. */
  readonly seen: number;
}

export class InvalidSearchCursorError extends Error {
  override readonly name = 'InvalidSearchCursorError';
}

/** Of a product that nobody knows the first day of: 1 January of the year 1. */
export const noDay = -719_162;
/** Of a product that is not for sale. */
export const noPrice = { 'price-asc': 2_147_483_647, 'price-desc': -1 } as const;

const engines: readonly SearchEngine[] = ['postgres', 'opensearch'];

export const encodeSearchCursor = ({ engine, sort, key, itemId, seen }: SearchCursor): string =>
  Buffer.from(JSON.stringify([engine, sort, key, itemId, seen])).toString('base64url');

/** @throws InvalidSearchCursorError when it is no cursor, or one of a list in another order */
export function decodeSearchCursor(text: string, sort: SearchSort): SearchCursor {
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    throw new InvalidSearchCursorError('no JSON');
  }
  if (!Array.isArray(values) || values.length !== 5) throw new InvalidSearchCursorError('not five values');
  const [engine, ofSort, key, itemId, seen] = values as unknown[];
  const isWhole =
    engines.includes(engine as SearchEngine) &&
    ofSort === sort &&
    Number.isFinite(key) &&
    isCount(itemId) &&
    isCount(seen);
  if (!isWhole) throw new InvalidSearchCursorError(`not a place in a list by ${sort}`);
  return {
    engine: engine as SearchEngine,
    sort,
    key: key as number,
    itemId: itemId as number,
    seen: seen as number,
  };
}

const isCount = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 2_147_483_647;
