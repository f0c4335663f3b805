import type { SearchCount, SearchCountQuery } from '@kindred/contracts';
import type { SearchIndex } from '../../../ports/search-index.ts';
import { askIndex } from './ask-index.ts';

/** @throws ProblemError `category-not-found` */
export async function countFound(
  index: SearchIndex,
  { q, category }: SearchCountQuery,
): Promise<SearchCount> {
  const { total } = await askIndex(index, { text: q, filters: { category }, sort: 'relevance', limit: 1 });
  return { total };
}
