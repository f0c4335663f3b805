import type { Product, Recommendations } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { splitSimilar } from './split-similar.ts';

type State = Product['availability'];
const product = (availability: State) => ({ availability }) as Product;
const shelf = (...states: State[]) =>
  ({
    items: states.map((availability, position) => ({ position, product: { availability } })),
  }) as unknown as Recommendations;
const places = (items: readonly { position: number }[] | undefined) => items?.map(({ position }) => position);

test('takes three that can be bought off the shelf of a product that cannot', () => {
  const similar = shelf('in-stock', 'out-of-stock', 'low-stock', 'not-for-sale', 'in-stock', 'in-stock');
  for (const state of ['out-of-stock', 'not-for-sale'] as const) {
    const { instead, onShelf } = splitSimilar(product(state), similar);
    expect(places(instead)).toEqual([0, 2, 4]);
    expect(places(onShelf?.items)).toEqual([1, 3, 5]);
  }
});

test('leaves the shelf of a product that can be bought as it is', () => {
  const similar = shelf('in-stock', 'in-stock');
  expect(splitSimilar(product('low-stock'), similar)).toEqual({ instead: [], onShelf: similar });
  expect(splitSimilar(product('out-of-stock'), null)).toEqual({ instead: [], onShelf: null });
});
