import { expect, test } from 'vitest';
import { lineWidths } from './line-widths.ts';

test('the line of half the best score is half as wide, and every line can be seen', () => {
  expect(lineWidths([2, 1, 0.01])).toEqual([5, 2.5, 1]);
  expect(lineWidths([0, 0])).toEqual([1, 1]);
});
