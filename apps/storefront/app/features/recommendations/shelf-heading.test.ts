import type { RecommendedItem } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { reasonOfAll, reasonText, shelfHeading } from './shelf-heading.ts';

const from = (...sources: RecommendedItem['source'][]) => ({
  items: sources.map((source) => ({ source }) as RecommendedItem),
});

test('is “For you” only where most items were chosen for the visitor', () => {
  expect(shelfHeading(from('model', 'session', 'popular'))).toMatchObject({
    title: 'For you',
    isPersonal: true,
  });
  expect(shelfHeading(from('model', 'popular', 'popular')).isPersonal).toBe(false);
  expect(shelfHeading(from('model', 'popular')).title).toBe('Popular right now');
});

test('names a shelf for everybody by its main source', () => {
  expect(shelfHeading(from('trending', 'trending', 'popular')).title).toBe('Trending now');
  expect(shelfHeading(from('popular')).title).toBe('Popular right now');
  expect(shelfHeading(from('similar', 'similar', 'trending')).title).toBe('More like this');
  expect(shelfHeading(from()).isPersonal).toBe(false);
});

test('gives a card a reason only where it is about the visitor', () => {
  const text = 'Because you viewed Tea bowl';
  expect(reasonText({ reason: { code: 'because-you-viewed', text, product_id: 7 } })).toBe(text);
  expect(reasonText({ reason: { code: 'popular', text: 'Popular', product_id: null } })).toBeUndefined();
});

test('says a reason once where all items share it', () => {
  const because = (text: string) =>
    ({ reason: { code: 'because-you-viewed', text, product_id: 7 } }) as RecommendedItem;
  expect(reasonOfAll({ items: [because('A'), because('A')] })).toBe('A');
  expect(reasonOfAll({ items: [because('A'), because('B')] })).toBeUndefined();
  expect(reasonOfAll({ items: [because('A')] })).toBeUndefined();
});
