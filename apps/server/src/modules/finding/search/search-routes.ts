import {
  CartTokenHeader,
  ProductList,
  ProductQuery,
  SearchCount,
  SearchCountQuery,
  SuggestionList,
  SuggestionQuery,
} from '@kindred/contracts';
import type { ApiPlugin } from '../../../platform/http/api.ts';
import { shopperOf } from '../interactions/index.ts';
import { countFound } from './count-found.ts';
import { type ListDependencies, listProducts } from './list-products.ts';
import { noteSearch } from './note-search.ts';
import { searchProblem } from './search-errors.ts';
import type { SearchLog } from './search-log.ts';
import type { SearchMetrics } from './search-metrics.ts';
import { suggest } from './suggest.ts';

/** Suggestions and counts do not depend on the caller. */
const keptForAMinute = 'public, max-age=60';

export function searchRoutes(
  dependencies: ListDependencies & { readonly metrics: SearchMetrics; readonly searchLog: SearchLog },
): ApiPlugin {
  return async (app) => {
    app.get(
      '/products',
      {
        schema: {
          tags: ['search'],
          operationId: 'listProducts',
          asker: 'visitor',
          permission: 'catalog:read',
          summary: 'Search, filter and sort products',
          description:
            'If no product matches the text as typed, the search corrects or drops words and reports this in `search`. A facet counts the products that each value would leave under all other filters.',
          problems: [...searchProblem.known('category-not-found', 'attribute-not-found', 'invalid-cursor')],
          answers: { 200: 'A page of products, with facets' },
          headers: CartTokenHeader,
          querystring: ProductQuery,
          response: { 200: ProductList },
        },
      },
      async (request) => {
        const { query } = request;
        const { userId, visitorId } = shopperOf(request);
        const list = await listProducts(dependencies, {
          query,
          shopper: { userId, visitorId: request.isNewVisitor ? undefined : visitorId },
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
          permission: 'catalog:read',
          summary: 'Suggest completions for a text that is being typed',
          description: 'The suggestions are the same for all callers, so caches may keep them for a minute.',
          answers: { 200: 'Suggestions: searches first, then categories, brands and products' },
          querystring: SuggestionQuery,
          response: { 200: SuggestionList },
        },
      },
      async ({ query: { q, limit = 8 } }, reply) => {
        reply.header('cache-control', keptForAMinute);
        return suggest(dependencies, { text: q, limit });
      },
    );

    app.get(
      '/search/count',
      {
        schema: {
          tags: ['search'],
          operationId: 'countFoundProducts',
          asker: 'anybody',
          permission: 'catalog:read',
          summary: 'Count the products that a search finds',
          description:
            'For the last row below a search field. It does not count as a search. The number is the same for all callers, so caches may keep it for a minute.',
          problems: [...searchProblem.known('category-not-found')],
          answers: { 200: 'The number of products' },
          querystring: SearchCountQuery,
          response: { 200: SearchCount },
        },
      },
      async ({ query }, reply) => {
        reply.header('cache-control', keptForAMinute);
        return countFound(dependencies.searchIndex, query);
      },
    );
  };
}
