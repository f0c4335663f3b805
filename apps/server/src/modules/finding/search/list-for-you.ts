import type { ProductList, ProductQuery } from '@kindred/contracts';
import type { SearchIndex, SearchPage, SearchRequest } from '../../../ports/search-index.ts';
import type { AttributeReader } from '../../catalogue/attributes/index.ts';
import { findEntries } from '../../catalogue/catalog/index.ts';
import type { Shopper } from '../interactions/index.ts';
import { mayRank, type RankDependencies, rankForShopper } from '../recommendations/index.ts';
import { askIndex } from './ask-index.ts';
import { decodeForYouCursor, encodeForYouCursor, type ForYouCursor } from './for-you-cursor.ts';
import { presentList } from './present-list.ts';
import { facetsOf, filtersOf, textOf } from './search-request.ts';

export interface ForYouDependencies extends RankDependencies {
  readonly searchIndex: SearchIndex;
  readonly attributes: AttributeReader;
}

/** How many of the first products, by relevance or popularity, are ranked for the shopper. */
const windowSize = 400;

const start: ForYouCursor = { at: 'window', readUntil: undefined, shown: new Set() };

/**
 * Lists the index's first products in the order that fits the shopper, then the rest in the index's order. A cursor names the items that
 * were shown, so that none is repeated even if the catalogue or the model changes between two pages.
 * @throws ProblemError `category-not-found`, `attribute-not-found`, `invalid-cursor`
 */
export async function listForYou(
  dependencies: ForYouDependencies,
  { query, shopper, limit }: { query: ProductQuery; shopper: Shopper; limit: number },
): Promise<ProductList> {
  const { db, searchIndex } = dependencies;
  const cursor = query.cursor === undefined ? start : decodeForYouCursor(query.cursor);
  const attributes = await dependencies.attributes();
  const request: SearchRequest = {
    text: textOf(query),
    filters: filtersOf(query, attributes),
    sort: 'relevance',
    limit: windowSize,
    facets: facetsOf(attributes),
  };
  const orderOf = (personalised: boolean) => ({
    personalised,
    can_personalise: mayRank(dependencies, shopper),
  });
  if (cursor.at === 'rest') {
    const page = await askIndex(searchIndex, { ...request, limit, cursor: cursor.after });
    return presentList({
      page,
      attributes,
      productIds: page.productIds,
      entries: await findEntries(db, page.productIds),
      order: orderOf(cursor.personalised),
      nextCursor: restCursor(page, cursor.personalised),
    });
  }

  const page = await askIndex(searchIndex, request);
  const ranking = await rankForShopper(dependencies, {
    shopper,
    productIds: page.productIds,
    ranksByText: page.reading !== null,
    readUntil: cursor.readUntil,
  });
  const { itemOf } = await dependencies.listedProducts.read();
  const left = (ranking ?? page).productIds.filter((productId) => !cursor.shown.has(itemOf(productId)));
  const productIds = left.slice(0, limit);
  const goesOn: ForYouCursor = {
    at: 'window',
    readUntil: ranking?.readAt,
    shown: new Set([...cursor.shown, ...productIds.map(itemOf)]),
  };
  const personalised = ranking !== undefined;
  return presentList({
    page,
    attributes,
    productIds,
    entries: await findEntries(db, productIds),
    order: orderOf(personalised),
    nextCursor: left.length > limit ? encodeForYouCursor(goesOn) : restCursor(page, personalised),
  });
}

const restCursor = ({ nextCursor }: SearchPage, personalised: boolean): string | null =>
  nextCursor && encodeForYouCursor({ at: 'rest', personalised, after: nextCursor });
