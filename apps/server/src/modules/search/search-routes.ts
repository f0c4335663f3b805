import { ProductList, ProductQuery, SuggestionList, SuggestionQuery } from '@kindred/contracts';
import type { ApiPlugin } from '../../platform/http/api.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { ForYouDependencies } from './list-for-you.ts';
import { listProducts } from './list-products.ts';
import { noteSearch } from './note-search.ts';
import type { SearchLog } from './search-log.ts';
import { suggest } from './suggest.ts';

/** They do not depend on who asks. */
const suggestionsKept = 'public, max-age=60';

export function searchRoutes(
  dependencies: ForYouDependencies & { readonly metrics: Metrics; readonly searchLog: SearchLog },
): ApiPlugin {
  return async (app) => {
    app.get(
      '/products',
      {
        schema: {
          tags: ['search'],
          summary: 'Search, filter and sort products',
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
          summary: 'What somebody who began to type may mean',
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
