import type { ProductList, ProductQuery } from '@kindred/contracts';
import type { SearchIndex } from '../../../ports/search-index.ts';
import type { AttributeReader } from '../../catalogue/attributes/index.ts';
import { findListedEntries } from '../../catalogue/catalog/index.ts';
import type { Shopper } from '../interactions/index.ts';
import { mayRank, type RankDependencies } from '../recommendations/index.ts';
import { askIndex } from './ask-index.ts';
import { forYouWindow } from './for-you-window.ts';
import { type FindWindow, type FoundPage, type ListRequest, listInWindow } from './list-in-window.ts';
import { presentList } from './present-list.ts';
import { facetsOf, filtersOf, type PlaceInList, placeOf, sortOf, textOf } from './search-request.ts';

export interface ListDependencies extends RankDependencies {
  readonly searchIndex: SearchIndex;
  readonly attributes: AttributeReader;
  /** Of lists without a text. */
  readonly featuredWindow: FindWindow;
}

/**
 * Returns a page of listed products, with facets and the total number of matches.
 * @throws ProblemError `category-not-found`, `attribute-not-found`, `invalid-cursor`, `invalid-request` for a page and a cursor together
 */
export async function listProducts(
  dependencies: ListDependencies,
  { query, shopper }: { query: ProductQuery; shopper: Shopper },
): Promise<ProductList> {
  const place = placeOf(query);
  const attributes = await dependencies.attributes();
  const request = {
    text: textOf(query),
    filters: filtersOf(query, attributes),
    facets: facetsOf(attributes),
  };
  const { page, productIds, personalised, nextCursor } = await find(dependencies, {
    query,
    shopper,
    place,
    request: { ...request, sort: sortOf(query) },
  });
  return presentList({
    page,
    attributes,
    productIds,
    entries: await findListedEntries(dependencies.db, productIds),
    place,
    order: { personalised, can_personalise: mayRank(dependencies, shopper) },
    nextCursor,
  });
}

async function find(
  dependencies: ListDependencies,
  {
    query: { sort },
    shopper,
    place,
    request,
  }: { query: ProductQuery; shopper: Shopper; place: PlaceInList; request: ListRequest },
): Promise<FoundPage> {
  if (sort === 'for-you')
    return listInWindow(dependencies, {
      request,
      place,
      findWindow: forYouWindow(dependencies, shopper),
    });
  if (sort === 'featured' && request.text === undefined && (await isRead(dependencies)))
    return listInWindow(dependencies, { request, place, findWindow: dependencies.featuredWindow });
  const { limit, cursor, offset } = place;
  const page = await askIndex(dependencies.searchIndex, { ...request, limit, cursor, offset });
  return { page, productIds: page.productIds, personalised: false, nextCursor: page.nextCursor };
}

/** Whether the node knows kinds and brands. If not, a list is in the order of popularity, and the shop goes on selling. */
const isRead = ({ listedProducts }: RankDependencies): Promise<boolean> =>
  listedProducts.read().then(
    () => true,
    () => false,
  );
