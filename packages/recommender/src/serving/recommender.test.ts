import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Neighbours } from '../models/co-purchase/neighbours.ts';
import { createRecommender } from './recommender.ts';
import type { ItemModel, WeightedItem } from './recommender-model.ts';

const numItems = 40;
const itemIds = Int32Array.from({ length: numItems }, (_, item) => 100 + item);

/** The model proposes the next six items, and people like each item together with the three after the next ten. */
const proposed = (itemId: number, from: number, count: number) =>
  Array.from({ length: count }, (_, place) => 100 + ((itemId - 100 + from + place) % numItems));
const model: ItemModel = {
  recommendForHistory: ({ history, among }) =>
    (among ?? proposed(history[0].itemId, 1, 6)).map((itemId, place) => ({ itemId, score: 1 / (1 + place) })),
  similarItems: () => [],
};
const neighbours: Neighbours = {
  pointers: Int32Array.from({ length: numItems + 1 }, (_, item) => item * 3),
  items: Int32Array.from(itemIds).reduce(
    (all, itemId, item) => {
      all.set(
        proposed(itemId, 10, 3).map((other) => other - 100),
        item * 3,
      );
      return all;
    },
    new Int32Array(numItems * 3),
  ),
  excess: new Float32Array(numItems * 3).fill(0.5),
};
const recommender = createRecommender({
  version: 'v',
  kind: 'a-kind',
  itemIds,
  model: { serve: () => model },
  lists: { neighbours },
});
const none = new Set<number>();
const ids = (items: readonly { itemId: number }[]) => items.map(({ itemId }) => itemId);
const like = (...items: number[]) => items.map((itemId) => ({ itemId, weight: 1 }));

const entry = fc.record({
  itemId: fc.integer({ min: 100, max: 100 + numItems - 1 }),
  weight: fc.integer({ min: -100, max: 100 }).map((percent) => percent / 100),
});
const aHistory = fc.uniqueArray(entry, { selector: ({ itemId }) => itemId, maxLength: 8 });

test('each entry proposes by the model and by what people like together; what several propose comes first', () => {
  const shelf = recommender.recommendForHistory({ history: like(100, 101), exclude: none, k: 30 });
  expect(ids(shelf).slice(0, 2)).toEqual([102, 111]);
  expect(ids(shelf).toSorted()).toEqual([101, 102, 103, 104, 105, 106, 107, 110, 111, 112, 113]);
  expect(ids(recommender.recommendForHistory({ history: like(999), exclude: none, k: 5 }))).toEqual([]);
});

test('an entry counts by its weight, and what a disliked item proposes is held back', () => {
  const with101 = (weight: number) =>
    recommender.recommendForHistory({
      history: [...like(100), { itemId: 101, weight }],
      exclude: none,
      k: 30,
    });
  const scoreOf = (shelf: readonly { itemId: number; score: number }[], id: number) =>
    shelf.find(({ itemId }) => itemId === id)?.score ?? 0;
  expect(scoreOf(with101(1), 103)).toBeGreaterThan(scoreOf(with101(0.5), 103));
  expect(scoreOf(with101(-0.5), 103)).toBeLessThan(scoreOf(with101(0), 103));
  expect(ids(with101(-0.5))).not.toContain(107);
});

test('the cause of an item is an entry without which it is not among the best, and no cause is missed that is the strongest', () => {
  let named = 0;
  fc.assert(
    fc.property(aHistory, fc.integer({ min: 1, max: 12 }), (history, k) => {
      const asked = { exclude: new Set(ids(history)), k };
      const causeOf = recommender.causes({ ...asked, history });
      for (const { itemId } of recommender.recommendForHistory({ ...asked, history })) {
        const cause = causeOf(itemId);
        const without = (entry: number | undefined) =>
          ids(
            recommender.recommendForHistory({
              ...asked,
              history: history.filter((other: WeightedItem) => other.itemId !== entry),
            }),
          );
        if (cause !== undefined) {
          named++;
          expect(without(cause)).not.toContain(itemId);
        } else if (history.length === 1) expect(without(history[0].itemId)).toContain(itemId);
      }
    }),
    { numRuns: 100 },
  );
  expect(named).toBeGreaterThan(100);
  expect(recommender.causes({ history: like(100), exclude: none, k: 5 })(999)).toBeUndefined();
});

test('complements are of other kinds, go with what they are asked for, and follow the taste of the person', () => {
  const isEven = (itemId: number) => itemId % 2 === 0;
  const asked = { items: like(100), exclude: new Set([110]), k: 9, accepts: isEven };
  expect(ids(recommender.goesWith({ ...asked, history: [] }))).toEqual(
    [102, 112, 104, 106].toSorted(
      (a, b) =>
        ids(recommender.recommendForHistory({ history: like(100), exclude: none, k: 30 })).indexOf(a) -
        ids(recommender.recommendForHistory({ history: like(100), exclude: none, k: 30 })).indexOf(b),
    ),
  );
  expect(ids(recommender.goesWith({ ...asked, history: like(105, 100) }))[0]).toBe(106);
  expect(recommender.goesWith({ ...asked, items: [], history: like(105) })).toEqual([]);
});

test('what people like together comes with its lift', () => {
  expect(recommender.likedTogether(100, 2)).toEqual([
    { itemId: 110, score: 1.5 },
    { itemId: 111, score: 1.5 },
  ]);
  expect(ids(recommender.likedTogether(100, 5, (itemId) => itemId > 110))).toEqual([111, 112]);
  expect(recommender.likedTogether(999, 5)).toEqual([]);
});

test('orders only the given items if there are any', () => {
  const among = [120, 121];
  expect(ids(recommender.recommendForHistory({ history: like(100), exclude: none, k: 5, among }))).toEqual(
    among,
  );
});
