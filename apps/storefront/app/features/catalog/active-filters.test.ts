import { expect, test } from 'vitest';
import { activeFilters } from './active-filters.ts';
import { listingSearch, parseListing } from './listing-state.ts';

const facets = {
  category: [],
  brand: [{ value: 'ono', label: 'Ono & Sons', count: 3 }],
  color: [],
  color_families: [],
  attributes: [
    { code: 'size', label: 'Size', kind: 'size' as const, values: [{ value: 'M', label: 'M', count: 2 }] },
  ],
  rating: [],
  price: { min_minor: 100, max_minor: 9900, currency: 'USD', bars: [] },
  in_stock: 3,
  deals: 1,
};

test('names each filter and leads to the list without it', () => {
  const state = parseListing(
    new URLSearchParams(
      'q=mug&brand=ono&color=Blue&attribute=size:M&price_from=5&price_to=20&rating_min=4&in_stock=1&deals=1&page=2',
    ),
  );
  const filters = activeFilters(state, facets, 'USD');
  expect(filters.map((filter) => filter.label)).toEqual([
    'Ono & Sons',
    'Blue',
    'Size: M',
    '$5.00 – $20.00',
    '4 stars and up',
    'In stock',
    'On sale',
  ]);
  expect(listingSearch(filters[3]!.without)).toBe(
    '?q=mug&brand=ono&color=Blue&attribute=size%3AM&rating_min=4&in_stock=1&deals=1',
  );
  expect(listingSearch(filters[2]!.without)).not.toContain('attribute');
});

test('labels a price range that has only one end', () => {
  const labelOf = (query: string) =>
    activeFilters(parseListing(new URLSearchParams(query)), facets, 'USD').map((filter) => filter.label);
  expect(labelOf('price_from=5')).toEqual(['From $5.00']);
  expect(labelOf('price_to=5')).toEqual(['Up to $5.00']);
});

test('shows prices in the currency of the list', () => {
  const state = parseListing(new URLSearchParams('price_from=500&price_to=2000'));
  const labels = activeFilters(state, facets, 'JPY');
  expect(labels.map((filter) => filter.label)).toEqual(['¥500 – ¥2,000']);
});

test('what the path says is no filter that can be removed', () => {
  const state = parseListing(new URLSearchParams('color=Blue'), { brand: 'ono', isDealsOnly: true });
  expect(activeFilters(state, facets, 'USD').map(({ label }) => label)).toEqual(['Blue']);
});
