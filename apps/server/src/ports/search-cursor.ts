/** @file The cursor of a list, in a form that both search adapters understand. */
import type { SearchEngine, SearchSort } from './search-index.ts';

export interface SearchCursor {
  /** One engine's scores mean nothing to the other, which skips `seen` items instead. */
  readonly engine: SearchEngine;
  readonly sort: SearchSort;
  /**
   * The sort key of the last product on the page: number of ratings, Bayesian mean, days since 1970 (no day: -719162), price in minor units
   * (not for sale: 2147483647 rising, -1 falling), percent off (0: no reduction) or the engine's score.
   */
  readonly key: number;
  /** The number of the product or its group. */
  readonly itemId: number;
  /** The number of items on all previous pages. */
  readonly seen: number;
}

export class InvalidSearchCursorError extends Error {
  override readonly name = 'InvalidSearchCursorError';
}

/** The key of a product without a first day: 1 January of the year 1. */
export const noDay = -719_162;
/** The key of a product that is not for sale. */
export const noPrice = { 'price-asc': 2_147_483_647, 'price-desc': -1 } as const;

const engines: readonly SearchEngine[] = ['postgres', 'opensearch'];

export const encodeSearchCursor = ({ engine, sort, key, itemId, seen }: SearchCursor): string =>
  Buffer.from(JSON.stringify([engine, sort, key, itemId, seen])).toString('base64url');

/** @throws InvalidSearchCursorError if the text is not a cursor, or belongs to a list in another order */
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
  if (!isWhole) throw new InvalidSearchCursorError(`not a position in a list by ${sort}`);
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
