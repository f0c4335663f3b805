import {
  CartTokenHeader,
  ProductList,
  ProductQuery,
  SuggestionList,
  SuggestionQuery,
} from '@kindred/contracts';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import type { ForYouDependencies } from './list-for-you.ts';
import { listProducts } from './list-products.ts';
import { noteSearch } from './note-search.ts';
import { searchProblem } from './search-errors.ts';
import type { SearchLog } from './search-log.ts';
import type { SearchMetrics } from './search-metrics.ts';
import { suggest } from './suggest.ts';

/** They do not depend on who asks. */
const suggestionsKept = 'public, max-age=60';

export function searchRoutes(
  dependencies: ForYouDependencies & { readonly metrics: SearchMetrics; readonly searchLog: SearchLog },
): ApiPlugin {
  return async (app) => {
    app.get(
      '/products',
      {
        schema: {
          tags: ['search'],
          operationId: 'listProducts',
          asker: 'visitor',
          summary: 'Search, filter and sort products',
          description:
            'Words are corrected and relaxed where nothing fits as typed: `search` says so. Facets count what each value would leave, under all other filters.',
          problems: [...searchProblem.known('category-not-found', 'attribute-not-found', 'invalid-cursor')],
          answers: { 200: 'A page of products, with facets' },
          headers: CartTokenHeader,
          querystring: ProductQuery,
          response: { 200: ProductList },
        },
      },
      async ({ query, caller, visitorId, isNewVisitor }) => {
        const list = await listProducts(dependencies, {
          query,
          shopper: { userId: caller.userId, visitorId: isNewVisitor ? undefined : visitorId },
        });
        return noteSearch(dependencies, query, list);
      },
    );

    app.get(
      '/search/suggest',
      {
        schema: {
          tags: ['search'],
          operationId: 'listSuggestions',
          asker: 'anybody',
          summary: 'What somebody who began to type may mean',
          description: 'The same for everybody, so that caches may keep it for a minute.',
          answers: { 200: 'Searches first, then categories, brands and products' },
          querystring: SuggestionQuery,
          response: { 200: SuggestionList },
        },
      },
      async ({ query: { q, limit = 8 } }, reply) => {
        reply.header('cache-control', suggestionsKept);
        return suggest(dependencies, { text: q, limit });
      },
    );
  };
}
