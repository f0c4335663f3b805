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
  ['not what follows from the rest', [shirt('Red', 'S', 'Wool'), shirt('Blue', 'S', 'Linen')], ['color']],
  ['what one of them does not have', [{ brand: ['Acme'] }, { brand: ['Acme'], size: ['M'] }], ['size']],
  [
    'no attribute in which a product has several values',
    [
      { color: ['Red', 'Blue'], size: ['S'] },
      { color: ['Green'], size: ['M'] },
    ],
    ['size'],
  ],
  ['nothing where nothing tells them apart', [shirt('Red', 'S'), shirt('Red', 'S')], []],
  ['nothing of a single product', [shirt('Red', 'S')], []],
])('the options of a group are %s', (_, products, wanted) => {
  expect(optionsOf(products, codes)).toEqual(wanted);
});
