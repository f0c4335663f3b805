import type { Facets } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { categoryDescription } from './category-description.ts';

const value = (label: string, count = 1) => ({ value: label, label, count });
const facets: Facets = {
  category: [value('Mugs', 9), value('Pans', 7), value('Knives', 2), value('Lids', 0), value('Jars', 1)],
  brand: [value('Ono', 9), value('Hearthline', 8), value('Fern', 1)],
  color: [],
  color_families: [],
  attributes: [],
  rating: [value('4', 1_210), value('3', 1_300)],
  price: { min_minor: 900, max_minor: 9_000, currency: 'USD', bars: [] },
  in_stock: 3,
  deals: 1,
};

test.each<[says: string, changes: Partial<Facets>, total: number]>([
  ['1,370 products in Kitchen: Mugs, Pans and 2 more, from $9.00. 1,210 with four stars or more.', {}, 1_370],
  [
    '20 products in Kitchen by Ono, Hearthline and more, from $9.00. 1,210 with four stars or more.',
    { category: [] },
    20,
  ],
  [
    '1 product in Kitchen.',
    {
      category: [],
      brand: [value('Ono')],
      rating: [],
      price: { min_minor: null, max_minor: null, currency: null, bars: [] },
    },
    1,
  ],
])('says “%s”', (says, changes, total) => {
  expect(categoryDescription('Kitchen', { total, facets: { ...facets, ...changes } })).toBe(says);
});
