import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { buildBipartiteGraph } from '../graph/bipartite-graph.ts';
import { evaluateRanking } from './evaluate-ranking.ts';

it('notices a signal while a ranker keeps the thread busy', async () => {
  const users = Int32Array.from({ length: 2_000 }, (_, user) => user);
  const items = new Int32Array(users.length);
  const stopping = new AbortController();
  let ranked = 0;
  const evaluation = evaluateRanking({
    ranker: {
      rank(some, k) {
        ranked += some.length;
        return new Int32Array(some.length * k);
      },
    },
    train: buildBipartiteGraph({ users, items }),
    test: { users, items },
    signal: stopping.signal,
  });
  void setImmediate().then(() => stopping.abort(new Error('enough')));
  await expect(evaluation).rejects.toThrow('enough');
  expect(ranked).toBeLessThan(users.length);
});
