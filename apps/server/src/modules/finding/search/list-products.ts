import type { ProductList, ProductQuery } from '@kindred/contracts';
import { findEntries } from '../../catalogue/catalog/index.ts';
import type { Shopper } from '../interactions/index.ts';
import { mayRank } from '../recommendations/index.ts';
import { askIndex } from './ask-index.ts';
import { type ForYouDependencies, listForYou } from './list-for-you.ts';
import { presentList } from './present-list.ts';
import { facetsOf, filtersOf, sortOf, textOf } from './search-request.ts';

const usualLimit = 24;

/**
 * Returns a page of listed products, with facets and the total number of matches.
 * @throws ProblemError `category-not-found`, `attribute-not-found`, `invalid-cursor`
 */
export async function listProducts(
  dependencies: ForYouDependencies,
  { query, shopper }: { query: ProductQuery; shopper: Shopper },
): Promise<ProductList> {
  const limit = query.limit ?? usualLimit;
  if (query.sort === 'for-you') return listForYou(dependencies, { query, shopper, limit });
  const text = textOf(query);
  const attributes = await dependencies.attributes();
  const page = await askIndex(dependencies.searchIndex, {
    text,
    filters: filtersOf(query, attributes),
    sort: sortOf(query.sort, text),
    limit,
    cursor: query.cursor,
    facets: facetsOf(attributes),
  });
  return presentList({
    page,
    attributes,
    productIds: page.productIds,
    entries: await findEntries(dependencies.db, page.productIds),
    order: { personalised: false, can_personalise: mayRank(dependencies, shopper) },
    nextCursor: page.nextCursor,
  });
}
