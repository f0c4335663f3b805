import { describe, expect, it } from 'vitest';
import { confidenceInterval, giniOf, RankingTally } from './ranking-metrics.ts';

describe('ranking metrics', () => {
  it('are those worked out by hand for two users', () => {
    // 4 users; items known by 4, 2, 1, 1 and 0 of them.
    const tally = new RankingTally(3, Int32Array.of(4, 2, 1, 1, 0), 4);
    tally.add(Int32Array.of(1, 0, 2), new Set([0, 2, 3, 4]));
    tally.add(Int32Array.of(3, 1, 0), new Set([4]));

    const gain = 1 / Math.log2(3) + 1 / Math.log2(4);
    const ideal = 1 + 1 / Math.log2(3) + 1 / Math.log2(4);
    expect(tally.metrics).toEqual({
      k: 3,
      numUsers: 2,
      recall: (2 / 4 + 0) / 2,
      // Two values, .5 and 0: a standard error of .25, so 1.96 of them reach past both ends.
      recallInterval: [0, expect.closeTo(0.25 + 1.96 * 0.25, 4)],
      precision: (2 / 3 + 0) / 2,
      ndcg: (gain / ideal + 0) / 2,
      ndcgInterval: [0, expect.closeTo((gain / ideal / 2) * 2.96, 4)],
      hitRate: 1 / 2,
      mrr: (1 / 2 + 0) / 2,
      coverage: 4 / 5,
      // Bits: item 0 has 0, item 1 has 1, items 2 and 3 have 2.
      novelty: (1 + 0 + 2 + 2 + 1 + 0) / 6,
      // Times recommended, ascending: 0, 1, 1, 2, 2.
      gini: (-4 * 0 + -2 * 1 + 0 * 1 + 2 * 2 + 4 * 2) / (5 * 6),
    });
  });

  it('count the first K of a longer list, and end at -1', () => {
    const tally = new RankingTally(2, Int32Array.of(1, 1, 1), 1);
    tally.add(Int32Array.of(0, 1, 2), new Set([2]));
    tally.add(Int32Array.of(2, -1, -1), new Set([2]));
    expect(tally.metrics).toMatchObject({ recall: 0.5, precision: 0.25, ndcg: 0.5, mrr: 0.5, coverage: 1 });
  });

  it('say nothing about no users', () => {
    expect(new RankingTally(5, Int32Array.of(1), 1).metrics).toMatchObject({
      numUsers: 0,
      recall: 0,
      gini: 0,
      novelty: 0,
    });
  });
});

describe('the Gini coefficient', () => {
  it.each([
    { values: [3, 3, 3, 3], gini: 0 },
    { values: [0, 0, 0, 5], gini: 0.75 },
    { values: [0, 0], gini: 0 },
  ])('of $values is $gini', ({ values, gini }) => {
    expect(giniOf(Float64Array.from(values))).toBeCloseTo(gini, 12);
  });
});

describe('the confidence interval of a mean', () => {
  it.each<[string, [number, number, number], [number, number]]>([
    ['a hundred users of whom half hit', [100, 50, 50], [0.5 - 0.0985, 0.5 + 0.0985]],
    ['four times as many: half as wide', [400, 200, 200], [0.5 - 0.049, 0.5 + 0.049]],
    ['a single user', [1, 1, 1], [0, 1]],
  ])('of %s', (_, given, [low, high]) => {
    expect(confidenceInterval(...given)).toEqual([expect.closeTo(low, 3), expect.closeTo(high, 3)]);
  });
});
