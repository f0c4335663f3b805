import { expect, test } from 'vitest';
import { readHighlight } from './title-highlights.ts';

const mark = (title: string) => title.replaceAll('[', '\uE0B0').replaceAll(']', '\uE0B1');

test('ranges count in the title without the marks', () => {
  const title = '🛋️ Café Crème';
  const ranges = readHighlight(mark('🛋️ [Café] [Crème]'));
  expect(ranges.map(({ start, end }) => title.slice(start, end))).toEqual(['Café', 'Crème']);
});

test('a title without a mark has none', () => {
  expect(readHighlight('Café')).toEqual([]);
});
