import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CompareList,
  comparePath,
  emptyList,
  mostCompared,
  parseIds,
  parseList,
  withoutProduct,
  withProduct,
} from './compare-list.ts';

const mug = (id: number) => ({ id, title: `Mug ${id}`, imageUrl: null });
const mugs = (...ids: number[]): CompareList => ({ kind: 'kitchen/mugs', products: ids.map(mug) });

test('a list has products of one kind, at most four, each once', () => {
  expect(withProduct(emptyList, mug(1), 'kitchen/mugs')).toEqual(mugs(1));
  expect(withProduct(mugs(1), mug(2), 'home/lamps')).toBe('other-kind');
  expect(withProduct(mugs(1, 2, 3, 4), mug(5), 'kitchen/mugs')).toBe('full');
  expect(withProduct(mugs(1, 2), mug(2), 'kitchen/mugs')).toEqual(mugs(1, 2));
});

test('an emptied list takes any kind again', () => {
  const left = withoutProduct(mugs(1), 1);
  expect(withProduct(left, mug(7), 'home/lamps')).toEqual({ kind: 'home/lamps', products: [mug(7)] });
});

test('an address names up to four products, whatever it contains', () => {
  expect(parseIds('3, 1,3,x,-2,0,1.5,99999999999')).toEqual({ ids: [3, 1], hasMore: false });
  expect(parseIds('1,2,3,4,5')).toEqual({ ids: [1, 2, 3, 4], hasMore: true });
  expect(comparePath([3, 1], { onlyDifferences: true })).toBe('/compare?ids=3,1&only=differences');
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 2 ** 31 - 1 }), { maxLength: 4 }), (ids) => {
      const url = new URL(comparePath(ids), 'http://shop.example');
      expect(parseIds(url.searchParams.get('ids')!).ids).toEqual([...new Set(ids)]);
    }),
  );
});

test('what a browser kept is read again, and anything else is an empty or a valid list', () => {
  expect(parseList(JSON.stringify(mugs(1, 2)))).toEqual(mugs(1, 2));
  for (const text of [
    null,
    '',
    '{',
    'null',
    '[]',
    '{"kind":"a"}',
    '{"kind":"","products":[{"id":1,"title":"A"}]}',
  ])
    expect(parseList(text)).toEqual(emptyList);
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ id: fc.oneof(fc.integer(), fc.string()), title: fc.oneof(fc.string(), fc.nat()) }),
      ),
      (products) => {
        const read = parseList(JSON.stringify({ kind: 'kitchen/mugs', products }));
        expect(read.products.length).toBeLessThanOrEqual(mostCompared);
        expect(new Set(read.products.map(({ id }) => id)).size).toBe(read.products.length);
      },
    ),
  );
});
