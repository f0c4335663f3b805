import { expect, test } from 'vitest';
import { cardTitle } from './card-title.ts';

test('takes the brand from the start of a title, and moves the marks with the rest', () => {
  const ranges = [
    { start: 0, end: 3 },
    { start: 2, end: 7 },
    { start: 8, end: 11 },
  ];
  expect(cardTitle('Fern Clay Mug', { brand: 'Fern', ranges })).toEqual({
    brand: 'Fern ',
    rest: 'Clay Mug',
    ranges: [
      { start: 0, end: 2 },
      { start: 3, end: 6 },
    ],
  });
});

test.each([
  ['Fernwood Mug', 'Fern'],
  ['Clay Mug by Fern', 'Fern'],
  ['Fern ', 'Fern'],
  ['Fern', 'Fern'],
  ['Clay Mug', null],
])('leaves “%s” of %s whole', (title, brand) => {
  expect(cardTitle(title, { brand })).toEqual({ brand: '', rest: title, ranges: [] });
});
