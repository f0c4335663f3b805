import { ProductList, ProductQuery, SuggestionList, SuggestionQuery } from '@kindred/contracts';
import type { ApiPlugin } from '../../platform/http/api.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { ForYouDependencies } from './list-for-you.ts';
import { listProducts } from './list-products.ts';
import { suggest } from './suggest.ts';

/** They do not depend on who asks. */
const suggestionsKept = 'public, max-age=60';

export function searchRoutes(dependencies: ForYouDependencies & { readonly metrics: Metrics }): ApiPlugin {
  /** A list's first page is a search; those after it are the same one. */
  function count({ q, cursor }: ProductQuery, { total, search }: ProductList): void {
    if (!search || q === undefined || cursor !== undefined) return;
    dependencies.metrics.searches.inc({ outcome: total === 0 ? 'nothing' : search.reading });
  }

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
        count(query, list);
        return list;
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
