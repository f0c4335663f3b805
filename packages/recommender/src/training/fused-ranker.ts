import { neighborsOf, type Ranker } from '@kindred/gnn';
import type { RankingTask } from '../models/model-kind.ts';
import { createFusion, type Proposing } from '../serving/fusion.ts';
import { testedHistory, weightByAge } from '../serving/recency.ts';

/** Ranks as the shop does (`createRecommender`): by the history of each user. If its order is unknown, all times count alike. */
export function createFusedRanker(lists: readonly Proposing[], { past, items, graph }: RankingTask): Ranker {
  const fusion = createFusion(past.graph.numItems, lists);
  const placeOf = new Int32Array(past.graph.numItems).fill(-1);
  items.forEach((item, place) => {
    placeOf[item] = place;
  });
  const { userItems, weights } = past.graph;
  const weightOf = (user: number, item: number) =>
    weights?.[userItems.rowPointers[user] + neighborsOf(userItems, user).indexOf(item)] ?? 1;
  const historyOf = (user: number) =>
    past.historyOf
      ? Array.from(past.historyOf(user).subarray(0, testedHistory), (item, age) => ({
          item,
          weight: weightByAge(age) * weightOf(user, item),
        }))
      : Array.from(neighborsOf(userItems, user), (item) => ({ item, weight: weightOf(user, item) }));
  return {
    rank(users, k) {
      const ranked = new Int32Array(users.length * k).fill(-1);
      users.forEach((user, row) => {
        const known = new Set(neighborsOf(graph.userItems, user));
        const isWanted = (item: number) => placeOf[item] >= 0 && !known.has(placeOf[item]);
        const best = fusion.best(historyOf(user), { k, isWanted });
        ranked.set(
          best.map(({ itemId: item }) => placeOf[item]),
          row * k,
        );
      });
      return ranked;
    },
  };
}
