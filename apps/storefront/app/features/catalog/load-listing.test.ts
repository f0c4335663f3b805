import type { ProductQuery } from '@kindred/contracts';
import { expect, test } from 'vitest';
import type { ApiAnswers } from '../../shared/api-answers.ts';
import { parseListing } from './listing-state.ts';
import { loadListing } from './load-listing.ts';

/** An API of a shop that sells in yen. It records the queries. */
function yenShop() {
  const asked: ProductQuery[] = [];
  const products = async (query: ProductQuery = {}) => {
    asked.push(query);
    return { facets: { price: { currency: 'JPY' } } };
  };
  const required = <Answer>(answer: Promise<Answer>) => answer;
  return { asked, answers: { api: { products }, required } as unknown as ApiAnswers };
}

test('a price range is in the currency of the list', async () => {
  const { asked, answers } = yenShop();
  await loadListing(answers, parseListing(new URLSearchParams('q=tea&price_from=500&price_to=2000&page=3')));
  expect(asked).toEqual([
    { q: 'tea', sort: 'relevance', limit: 1 },
    { q: 'tea', price_min: 500, price_max: 2_000, page: 3, sort: 'relevance', limit: 24 },
  ]);
});

test('a cursor stands for the page', async () => {
  const { asked, answers } = yenShop();
  await loadListing(answers, parseListing(new URLSearchParams('page=3')), { cursor: 'abc' });
  expect(asked).toEqual([{ sort: 'featured', limit: 24, cursor: 'abc' }]);
});

test('without a price range, one request is enough', async () => {
  const { asked, answers } = yenShop();
  await loadListing(answers, parseListing(new URLSearchParams('q=tea')));
  expect(asked).toHaveLength(1);
});
