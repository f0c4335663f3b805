import { describe, expect, it } from 'vitest';
import { buildBipartiteGraph } from '../graph/bipartite-graph.ts';
import { evaluateRanking } from '../metrics/evaluate-ranking.ts';
import { createPopularityRanker } from './popularity.ts';

describe('evaluating popularity', () => {
  // Items 0, 1, 2 have 3, 2, 1 users.
  const train = buildBipartiteGraph({
    users: Int32Array.of(0, 1, 2, 0, 1, 2),
    items: Int32Array.of(0, 0, 0, 1, 1, 2),
    numItems: 4,
  });

  it('masks training items, leaves out users without test items and counts a repeated pair once', async () => {
    const test = { users: Int32Array.of(0, 0, 2), items: Int32Array.of(2, 2, 3) };
    const [top1, top2] = await evaluateRanking({
      ranker: createPopularityRanker(train),
      train,
      test,
      ks: [1, 2],
    });
    expect(top1).toMatchObject({ k: 1, numUsers: 2, recall: 0.5, hitRate: 0.5, mrr: 0.5 });
    expect(top2).toMatchObject({ k: 2, numUsers: 2, recall: 1, mrr: 0.75 });
  });

  it('refuses a test set whose arrays differ in length', async () => {
    const test = { users: Int32Array.of(0), items: Int32Array.of() };
    await expect(evaluateRanking({ ranker: createPopularityRanker(train), train, test })).rejects.toThrow(
      '1 and 0',
    );
  });
});
