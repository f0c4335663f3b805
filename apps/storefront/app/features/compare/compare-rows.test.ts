import { expect, test } from 'vitest';
import { comparableIn, compareRows } from './compare-rows.ts';

const size = (value: string) => ({ code: 'size', label: 'Size', kind: 'size' as const, values: [value] });
const lamp = {
  brand: 'Norrvik',
  color: 'White',
  attributes: [size('M')],
  details: { Brand: 'Norrvik', Color: 'White', Material: 'Oak', Size: 'M', UPC: '1' },
};
const other = {
  ...lamp,
  color: 'Black',
  attributes: [],
  details: { Color: 'Black', Material: ' oak', Style: 'Plain' },
};

test('has one row for each property, in the order in which the products name it', () => {
  expect(compareRows([lamp, other])).toEqual([
    { name: 'Brand', values: ['Norrvik', 'Norrvik'], differs: false },
    { name: 'Colour', values: ['White', 'Black'], differs: true },
    { name: 'Size', values: ['M', null], differs: true },
    { name: 'Material', values: ['Oak', 'oak'], differs: false },
    { name: 'Style', values: [null, 'Plain'], differs: true },
  ]);
});

test('one product differs from none', () => {
  expect(compareRows([lamp]).filter(({ differs }) => differs)).toEqual([]);
});

test('a product is compared in its leaf category if it says enough', () => {
  const categories = [
    { slug: 'home', name: 'Home' },
    { slug: 'home/lamps', name: 'Lamps' },
  ];
  expect(comparableIn({ ...lamp, categories })).toBe('home/lamps');
  expect(comparableIn({ ...lamp, categories: [] })).toBeNull();
  expect(
    comparableIn({ categories, color: 'Red', attributes: [], details: { UPC: '1', Size: 'M' } }),
  ).toBeNull();
});
