import { LRUCache } from 'lru-cache';
import type { SearchFacets, SearchRequest } from '../../ports/search-index.ts';
import type { Catalog } from '../catalog-in-memory/catalog-follower.ts';
import { type AnsweredPage, answerPage } from './answer-page.ts';

const keptLists = 300;

/** Keeps the facets of lists without a text until a product changes. The pages and sorts of a list share them, and so do its shoppers. */
export function createFacetCache() {
  const byCatalog = new WeakMap<Catalog, LRUCache<string, SearchFacets>>();

  /** As `answerPage` does. */
  function answerList(catalog: Catalog, request: Omit<SearchRequest, 'text'>): AnsweredPage {
    const { filters, facets: wanted } = request;
    if (!wanted) return answerPage(catalog, request, undefined);
    const kept = byCatalog.get(catalog) ?? new LRUCache<string, SearchFacets>({ max: keptLists });
    byCatalog.set(catalog, kept);
    const key = JSON.stringify([catalog.columns.version, filters, wanted]);
    const known = kept.get(key);
    const page = answerPage(catalog, { ...request, facets: known ? undefined : wanted }, undefined);
    if (known) return { ...page, facets: known };
    if (page.facets) kept.set(key, page.facets);
    return page;
  }

  return { answerList };
}
