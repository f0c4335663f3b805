import type { Facets } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { listingSearch, parseListing } from './listing-state.ts';
import { quickFilters } from './quick-filters.ts';

const value = (label: string, count: number) => ({ value: label.toLowerCase(), label, count });
const facets: Facets = {
  category: [],
  brand: [value('Ono', 30), value('Fern', 20)],
  color: [],
  color_families: [value('Blue', 40)],
  attributes: [{ code: 'size', label: 'Size', kind: 'size', values: [value('S', 20), value('M', 50)] }],
  rating: [value('4', 60), value('3', 90)],
  price: {
    min_minor: 100,
    max_minor: 490,
    currency: 'USD',
    bars: [
      { from_minor: 100, to_minor: 200, count: 30 },
      { from_minor: 200, to_minor: 300, count: 40 },
      { from_minor: 300, to_minor: 500, count: 30 },
    ],
  },
  in_stock: 90,
  deals: 12,
};

const chips = (query: string, changes: Partial<Facets> = {}) =>
  quickFilters(parseListing(new URLSearchParams(query)), {
    facets: { ...facets, ...changes },
    total: 100,
    currency: 'USD',
  });

test('offers the five that narrow the list best, each with the number of products that it leaves', () => {
  expect(chips('page=3').map(({ label, count }) => [label, count])).toEqual([
    ['On sale', 12],
    ['4 stars and up', 60],
    ['Under $2', undefined],
    ['Size: M', 50],
    ['Ono', 30],
  ]);
  expect(chips('q=mug&page=3').map(({ next }) => listingSearch(next))[3]).toBe('?q=mug&attribute=size%3Am');
});

test('leaves out what changes hardly anything and what hides nearly all', () => {
  const labels = chips('', { deals: 2, rating: [value('4', 96)] }).map(({ label }) => label);
  expect(labels).not.toContain('On sale');
  expect(labels).not.toContain('4 stars and up');
  expect(labels).toContain('Blue');
});

test('does not offer a second filter of a kind', () => {
  const query = 'deals=1&rating_min=3&price_to=9&brand=fern&color=Navy&attribute=size:s';
  expect(chips(query)).toEqual([]);
});
