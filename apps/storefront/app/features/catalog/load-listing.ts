import type { ProductList } from '@kindred/contracts';
import type { ApiAnswers } from '../../shared/api-answers.ts';
import { shopCurrency } from '../../shared/shop.ts';
import { hasPrice, type ListingState, toProductQuery } from './listing-state.ts';

const pageSize = 24;

export async function loadListing(answers: ApiAnswers, state: ListingState): Promise<ProductList> {
  const currency = hasPrice(state) ? await currencyOf(answers, state) : undefined;
  const { api, required } = answers;
  return required(api.products(toProductQuery(state, pageSize, currency ?? shopCurrency)));
}

/** What the list without its price range is priced in: a range in an address names no currency. */
async function currencyOf({ api, required }: ApiAnswers, state: ListingState): Promise<string | undefined> {
  const all = { ...state, priceFrom: undefined, priceTo: undefined, sort: undefined, cursor: undefined };
  const { facets } = await required(api.products(toProductQuery(all, 1, shopCurrency)));
  return facets.price.currency ?? undefined;
}
