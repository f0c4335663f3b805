import type { ProductList } from '@kindred/contracts';
import type { ApiAnswers } from '../../shared/api-answers.ts';
import { searchBehind } from '../search/search-behind.ts';
import { categoryTrail, shownTrail } from './category-trail.ts';
import { hasPrice, type ListingState, pageSize, toProductQuery } from './listing-state.ts';

/** A page of a list, and the id of the search that its product links name. */
export async function loadFoundListing(
  answers: ApiAnswers,
  state: ListingState,
  request: Request,
): Promise<{ list: ProductList; searchId: string | undefined }> {
  const list = await loadListing(answers, state);
  return { list, searchId: searchBehind(request, { list, onFurtherPage: state.searchId }) };
}

/** The same, with the categories above the one that the list is narrowed to. */
export async function loadListingAndTrail(answers: ApiAnswers, state: ListingState, request: Request) {
  const { api, optional } = answers;
  const [found, categories] = await Promise.all([
    loadFoundListing(answers, state, request),
    state.category === undefined ? null : optional(api.categories()),
  ]);
  return { ...found, trail: shownTrail(categoryTrail(categories?.items ?? [], state.category ?? '')) };
}

interface Part {
  /** Instead of the page of the state. A list that grows by cursors repeats nothing and leaves nothing out. */
  readonly cursor?: string | undefined;
  readonly limit?: number;
}

export async function loadListing(
  answers: ApiAnswers,
  state: ListingState,
  { cursor, limit = pageSize }: Part = {},
): Promise<ProductList> {
  const { api, required } = answers;
  const currency = hasPrice(state) ? await currencyOf(answers, state) : undefined;
  const query = toProductQuery(cursor === undefined ? state : { ...state, page: 1 }, limit, currency);
  return required(api.products({ ...query, ...(cursor !== undefined && { cursor }) }));
}

/** The currency of the list without its price range, because a range in an address names no currency. An empty list has the shop's currency. */
async function currencyOf({ api, required }: ApiAnswers, state: ListingState): Promise<string> {
  const all = { ...state, priceFrom: undefined, priceTo: undefined, sort: undefined, page: 1 };
  const { facets } = await required(api.products(toProductQuery(all, 1)));
  return facets.price.currency ?? (await required(api.shop())).default_currency;
}
