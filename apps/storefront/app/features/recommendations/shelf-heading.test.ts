import type { Recommendations, RecommendedItem } from '@kindred/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reasonOfAll, reasonText, shelfHeading } from './shelf-heading.ts';

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
  ({ source, reason: { code, text, product_id: null } }) as RecommendedItem;
const from = (...sources: string[]): Pick<Recommendations, 'items' | 'trending_since'> => ({
  items: sources.map((source) => item(source, 'none')),
  trending_since: sources.includes('trending') ? '2026-09-01T08:00:00.000Z' : null,
});

test('names a shelf by the source of all its items', () => {
  expect(shelfHeading(from('model', 'session'))).toEqual({
    title: 'For you',
    note: undefined,
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

test('names only those actions of the visitor that the reasons name', () => {
  const shelf = (...codes: string[]) =>
    shelfHeading({ ...from(), items: codes.map((code) => item('model', code)) });
  expect(shelf('because-you-viewed', 'picked-for-you').note).toBe('Based on what you viewed.');
  expect(shelf('because-you-reviewed', 'because-you-bought', 'because-you-viewed').note).toBe(
    'Based on what you viewed, bought and reviewed.',
  );
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
      const some = (code: string) => items.some(({ reason }) => reason.code === code);
      const claims: [boolean, boolean][] = [
        [title === 'For you' || isPersonal, all('model', 'session')],
        [title === 'Similar products', all('similar')],
        [title === 'More from the same category', all('category')],
        [title === 'Trending' || note.includes('several people'), all('trending')],
        [title === 'Popular' || note.includes('most people'), all('popular')],
        [/you .*\bviewed/.test(note), some('because-you-viewed')],
        [/you .*bought/.test(note), some('because-you-bought')],
        [/you .*reviewed/.test(note), some('because-you-reviewed')],
      ];
      for (const [isSaid, isSo] of claims) if (isSaid) expect(isSo, `${title}: ${note}`).toBe(true);
    }),
  );
});

test('a card shows a reason only if it is about the visitor', () => {
  const text = 'Because you viewed Tea bowl';
  expect(reasonText({ reason: { code: 'because-you-viewed', text, product_id: 7 } })).toBe(text);
  expect(reasonText({ reason: { code: 'popular', text: 'Popular', product_id: null } })).toBeUndefined();
});

test('shows a reason once if all items share it', () => {
  const because = (text: string) => item('session', 'because-you-viewed', text);
  expect(reasonOfAll({ items: [because('A'), because('A')] })).toBe('A');
  expect(reasonOfAll({ items: [because('A'), because('B')] })).toBeUndefined();
  expect(reasonOfAll({ items: [because('A')] })).toBeUndefined();
});
