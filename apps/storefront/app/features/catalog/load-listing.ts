import type { ApiClient, ProductList } from '@kindred/contracts';
import { required } from '../../shared/api-answers.ts';
import { type ListingState, toProductQuery } from './listing-state.ts';

const pageSize = 24;

export function loadListing(api: ApiClient, state: ListingState): Promise<ProductList> {
  return required(api.products(toProductQuery(state, pageSize)));
}
