import { expect, test } from 'vitest';
import { optionsOf } from './options.ts';

const codes = ['brand', 'color', 'size', 'material'];
const shirt = (color: string, size: string, material = 'Cotton') => ({
  brand: ['Acme'],
  color: [color],
  size: [size],
  material: [material],
});

test.each([
  ['what differs', [shirt('Red', 'S'), shirt('Blue', 'S'), shirt('Red', 'M')], ['color', 'size']],
  [
    'not an attribute that follows from the others',
    [shirt('Red', 'S', 'Wool'), shirt('Blue', 'S', 'Linen')],
    ['color'],
  ],
  [
    'an attribute that one of the products does not have',
    [{ brand: ['Acme'] }, { brand: ['Acme'], size: ['M'] }],
    ['size'],
  ],
  [
    'no attribute in which a product has several values',
    [
      { color: ['Red', 'Blue'], size: ['S'] },
      { color: ['Green'], size: ['M'] },
    ],
    ['size'],
  ],
  ['nothing if no attribute distinguishes the products', [shirt('Red', 'S'), shirt('Red', 'S')], []],
  ['nothing for a single product', [shirt('Red', 'S')], []],
])('the options of a group are %s', (_, products, wanted) => {
  expect(optionsOf(products, codes)).toEqual(wanted);
});
