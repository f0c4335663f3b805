import type { Recommendations, RecommendedItem } from '@kindred/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardLine, shelfHeading } from './shelf-heading.ts';
import { shownReasons } from './shelf-reasons.tsx';

const reasons = {
  model: ['picked-for-you', 'because-you-viewed', 'because-you-bought', 'because-you-reviewed'],
  session: ['picked-for-you', 'because-you-viewed', 'because-you-bought', 'because-you-reviewed'],
  similar: ['similar-to'],
  category: ['same-category'],
  trending: ['trending-now'],
  popular: ['popular'],
  'of-an-extension': ['of-an-extension'],
} as const;

const item = (source: string, code: string, text = code) =>
  ({ source, reason: { code, text, product_id: null, can_be_switched_off: false } }) as RecommendedItem;
const from = (...sources: string[]): Pick<Recommendations, 'items' | 'trending_since'> => ({
  items: sources.map((source) => item(source, 'none')),
  trending_since: sources.includes('trending') ? '2026-09-01T08:00:00.000Z' : null,
});

test('names a shelf by the source of all its items', () => {
  expect(shelfHeading(from('model', 'session'))).toEqual({
    title: 'For you',
    note: 'Based on what you viewed, bought or told us.',
    isPersonal: true,
  });
  expect(shelfHeading(from('trending', 'trending'))).toEqual({
    title: 'Trending',
    note: 'Viewed, bought or reviewed by several people since 1 Sep 2026.',
    isPersonal: false,
  });
  expect(shelfHeading(from('popular')).title).toBe('Popular');
  expect(shelfHeading(from('similar', 'similar')).title).toBe('Similar products');
  expect(shelfHeading(from('model', 'popular'))).toMatchObject({
    title: 'You may also like',
    note: undefined,
    isPersonal: false,
  });
  expect(shelfHeading(from()).isPersonal).toBe(false);
});

test('heading and note are true of every item, whatever the shelf holds', () => {
  const anItem = fc
    .constantFrom(...(Object.keys(reasons) as (keyof typeof reasons)[]))
    .chain((source) => fc.constantFrom(...reasons[source]).map((code) => item(source, code)));
  fc.assert(
    fc.property(fc.array(anItem, { minLength: 1, maxLength: 6 }), (items) => {
      const {
        title,
        note = '',
        isPersonal,
      } = shelfHeading({ ...from(...items.map(({ source }) => source)), items });
      const all = (...sources: string[]) => items.every(({ source }) => sources.includes(source));
      const claims: [boolean, boolean][] = [
        [title === 'For you' || isPersonal, all('model', 'session')],
        [title === 'Similar products', all('similar')],
        [title === 'More from the same category', all('category')],
        [title === 'Trending' || note.includes('several people'), all('trending')],
        [title === 'Popular' || note.includes('most people'), all('popular')],
      ];
      for (const [isSaid, isSo] of claims) if (isSaid) expect(isSo, `${title}: ${note}`).toBe(true);
    }),
  );
});

test('a card says that the shop pinned it, and the heading is about the others', () => {
  const pinned = item('pin', 'picked-by-the-shop', 'Picked by the shop');
  expect(cardLine(pinned)).toBe('Picked by the shop');
  expect(cardLine(item('model', 'because-you-viewed'))).toBeUndefined();
  const mixed = from('trending');
  expect(shelfHeading({ ...mixed, items: [pinned, ...mixed.items] }).title).toBe('Trending');
});

test('names the reasons that can be switched off once, those of the most cards first', () => {
  const because = (productId: number) =>
    ({
      source: 'model',
      reason: {
        code: 'because-you-viewed',
        text: `Because you viewed ${productId}`,
        product_id: productId,
        can_be_switched_off: true,
      },
    }) as RecommendedItem;
  const items = [because(1), because(2), item('model', 'picked-for-you'), because(2), because(3), because(4)];
  expect(shownReasons({ items }).map(({ productId }) => productId)).toEqual([2, 1, 3]);
});
