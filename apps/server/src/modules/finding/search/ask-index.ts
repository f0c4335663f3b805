import { InvalidSearchCursorError } from '../../../ports/search-cursor.ts';
import {
  type SearchIndex,
  type SearchPage,
  type SearchRequest,
  UnknownCategoryError,
} from '../../../ports/search-index.ts';
import { searchProblem } from './search-errors.ts';

/** @throws ProblemError `category-not-found`, `invalid-cursor` */
export async function askIndex(index: SearchIndex, request: SearchRequest): Promise<SearchPage> {
  try {
    return await index.search(request);
  } catch (error) {
    if (error instanceof UnknownCategoryError)
      throw searchProblem('category-not-found', `No category “${request.filters.category}”.`);
    if (error instanceof InvalidSearchCursorError) throw searchProblem('invalid-cursor');
    throw error;
  }
}
