import { expect, test } from 'vitest';
import { textParts } from './text-parts.ts';

const marked = (text: string, ...ranges: [number, number][]) =>
  textParts(
    text,
    ranges.map(([start, end]) => ({ start, end })),
  )
    .map((part) => (part.isMarked ? `[${part.text}]` : part.text))
    .join('');

test('marks ranges and keeps the rest', () => {
  expect(marked('green tea mug', [6, 9])).toBe('green [tea] mug');
  expect(marked('green tea mug', [10, 13], [0, 5])).toBe('[green] tea [mug]');
  expect(marked('tea')).toBe('tea');
  expect(marked('tea', [0, 3])).toBe('[tea]');
  expect(textParts('', [{ start: 0, end: 1 }])).toEqual([]);
});

test('joins what overlaps or touches, and takes no notice of what is no range of the text', () => {
  expect(marked('teapots', [0, 3], [2, 6])).toBe('[teapot]s');
  expect(marked('teapots', [0, 3], [3, 6])).toBe('[teapot]s');
  expect(marked('teapots', [0, 6], [1, 3])).toBe('[teapot]s');
  expect(marked('tea', [2, 9], [5, 7], [1, 1], [2, 0])).toBe('te[a]');
});
