import type { ProductList } from '@kindred/contracts';
import type { ApiAnswers } from '../../shared/api-answers.ts';
import { searchBehind } from '../search/search-behind.ts';
import { hasPrice, type ListingState, toProductQuery } from './listing-state.ts';

const pageSize = 24;

/** A page of a list, and the id of the search that its product links name. */
export async function loadFoundListing(
  answers: ApiAnswers,
  state: ListingState,
  request: Request,
): Promise<{ list: ProductList; searchId: string | undefined }> {
  const list = await loadListing(answers, state);
  return { list, searchId: searchBehind(request, { list, onFurtherPage: state.searchId }) };
}

export async function loadListing(answers: ApiAnswers, state: ListingState): Promise<ProductList> {
  const { api, required } = answers;
  const currency = hasPrice(state) ? await currencyOf(answers, state) : undefined;
  return required(api.products(toProductQuery(state, pageSize, currency)));
}

/** The currency of the list without its price range, because a range in an address names no currency. An empty list has the shop's currency. */
async function currencyOf({ api, required }: ApiAnswers, state: ListingState): Promise<string> {
  const all = { ...state, priceFrom: undefined, priceTo: undefined, sort: undefined, cursor: undefined };
  const { facets } = await required(api.products(toProductQuery(all, 1)));
  return facets.price.currency ?? (await required(api.shop())).default_currency;
}
