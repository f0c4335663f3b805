import { expect, test } from 'vitest';
import { wordRanges } from './word-ranges.ts';

const found = (text: string, words?: string) =>
  wordRanges(text, words).map(({ start, end }) => text.slice(start, end));

test('finds each word wherever it occurs, in any case', () => {
  expect(found('The Handle: my handles hold.', 'handle my')).toEqual(['Handle', 'handle', 'my']);
  expect(found('Straße, ÉTÉ', 'été')).toEqual(['ÉTÉ']);
  expect(found('nothing')).toEqual([]);
});

test('takes signs as they are', () => {
  expect(found('100% (a+b) [x] c\\d e-f', '100% (a+b) [x] c\\d e-f')).toEqual([
    '100%',
    '(a+b)',
    '[x]',
    'c\\d',
    'e-f',
  ]);
  expect(found('anything', '.*')).toEqual([]);
});
