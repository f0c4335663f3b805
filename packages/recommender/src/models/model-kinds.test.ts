import { buildBipartiteGraph } from '@kindred/gnn';
import { expect, test } from 'vitest';
import { createHistories } from '../interactions/histories.ts';
import { sortByTime } from '../interactions/split.ts';
import { nearestBy, tabulateNearest } from '../serving/nearest.ts';
import { weightByAge } from '../serving/recency.ts';
import { createRecommender } from '../serving/recommender.ts';
import { plantedFeatures, plantInteractions } from '../testing/planted-interactions.ts';
import { createFusedRanker } from '../training/fused-ranker.ts';
import { restrictToOffered } from '../training/restrict-to-offered.ts';
import { learnNeighbours } from './co-purchase/co-purchase.ts';
import { listOf } from './co-purchase/neighbours.ts';
import { modelKinds } from './model-kinds.ts';
import { byFeatures } from './testing/by-features.ts';

const interactions = plantInteractions({ usersAGroup: 10 });
const { userIds, itemIds } = interactions;
const edges = sortByTime(interactions);
const past = {
  graph: buildBipartiteGraph({ ...edges, numUsers: userIds.length, numItems: itemIds.length }),
  historyOf: createHistories(edges, userIds.length),
  itemFeatures: plantedFeatures(interactions),
};
const isOffered = (item: number) => item % 3 > 0;
const { task } = restrictToOffered({ past, test: edges, isOffered });

test.each([...modelKinds, byFeatures])(
  'what the test of a $name asks is what the shop asks',
  async (kind) => {
    const { model } = await kind.train(past, { seed: 1, threads: 2 });
    const numbers = Int32Array.from(itemIds.keys());
    const neighbours = await learnNeighbours(past.graph, 10, { seed: 1, threads: 1 });
    const nearest = nearestBy(model.serve(numbers), numbers);
    const served = createRecommender({
      version: 'v',
      kind: kind.name,
      itemIds,
      model,
      lists: { nearest: await tabulateNearest(nearest, itemIds.length), neighbours },
    });
    const k = 6;
    const users = Int32Array.from(userIds.keys());
    const lists = await createFusedRanker([nearest, (item) => listOf(neighbours, item)], task).rank(users, k);
    const ranked = Array.from(users, (user) =>
      [...lists.subarray(user * k, (user + 1) * k)]
        .filter((place) => place >= 0)
        .map((place) => itemIds[task.items[place]]),
    );

    const shown = userIds.map((_, user) => {
      const history = Array.from(past.historyOf(user), (item, age) => ({
        itemId: itemIds[item],
        weight: weightByAge(age),
      }));
      const notOffered = Array.from(
        numbers.filter((item) => !isOffered(item)),
        (item) => itemIds[item],
      );
      const exclude = new Set([...history.map(({ itemId }) => itemId), ...notOffered]);
      return served.recommendForHistory({ history, exclude, k }).map(({ itemId }) => itemId);
    });
    expect(ranked).toEqual(shown);
    expect(ranked.every((list) => list.length > 0)).toBe(true);
  },
);
