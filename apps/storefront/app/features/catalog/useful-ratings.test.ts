import { expect, test } from 'vitest';
import { usefulRatings } from './useful-ratings.ts';

const ratings = (...counts: number[]) =>
  counts.map((count, index) => ({ value: String(4 - index), label: `${4 - index} and up`, count }));
const shown = (counts: number[], total: number, chosen?: string) =>
  usefulRatings(ratings(...counts), { total, chosen }).map(({ value }) => value);

test('leaves out a rating that narrows nothing', () => {
  expect(shown([200, 340, 368], 370)).toEqual(['4', '3']);
  expect(shown([200, 201, 202], 370)).toEqual(['4']);
  expect(shown([370, 370, 370], 370)).toEqual([]);
});

test('keeps the chosen one, whose own list is all of it', () => {
  expect(shown([200, 340, 368], 368, '2')).toEqual(['4', '3', '2']);
  expect(shown([200, 340, 341], 340, '3')).toEqual(['4', '3']);
});
