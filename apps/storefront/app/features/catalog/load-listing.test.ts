import type { ApiClient, ProductQuery } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { parseListing } from './listing-state.ts';
import { loadListing } from './load-listing.ts';

/** An API that sells in yen, and what it was asked. */
function yenShop() {
  const asked: ProductQuery[] = [];
  const products = async (query: ProductQuery = {}) => {
    asked.push(query);
    return { facets: { price: { currency: 'JPY' } } };
  };
  return { asked, api: { products } as unknown as ApiClient };
}

test('a price range is in the currency of the list that it narrows', async () => {
  const { api, asked } = yenShop();
  await loadListing(api, parseListing(new URLSearchParams('q=tea&price_from=500&price_to=2000&cursor=abc')));
  expect(asked).toEqual([
    { q: 'tea', sort: 'relevance', limit: 1 },
    { q: 'tea', price_min: 500, price_max: 2_000, sort: 'relevance', cursor: 'abc', limit: 24 },
  ]);
});

test('without a price range one question is enough', async () => {
  const { api, asked } = yenShop();
  await loadListing(api, parseListing(new URLSearchParams('q=tea')));
  expect(asked).toHaveLength(1);
});
