import { randomUUID } from 'node:crypto';
import type { ProductList, ProductQuery } from '@kindred/contracts';
import { searchKey } from '../../../ports/search-text.ts';
import type { SearchLog } from './search-log.ts';
import type { SearchMetrics } from './search-metrics.ts';

/** The first page of a list counts as a search and gets an id. Later pages belong to the same search. */
export function noteSearch(
  { searchLog, metrics }: { searchLog: SearchLog; metrics: Pick<SearchMetrics, 'searches'> },
  { q, cursor, page = 1 }: ProductQuery,
  list: ProductList,
): ProductList {
  const { search, total } = list;
  if (!search || q === undefined || cursor !== undefined || page > 1) return list;
  metrics.searches.inc({ outcome: total === 0 ? 'nothing' : search.reading });
  const text = q.toWellFormed().replaceAll('\0', ' ').trim();
  const key = searchKey(search.did_you_mean ?? text);
  if (key === '') return list;
  const searchId = randomUUID();
  searchLog.write([{ searchId, key, text, reading: search.reading, total }]);
  return { ...list, search: { ...search, search_id: searchId } };
}
