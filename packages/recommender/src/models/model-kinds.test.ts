import { buildBipartiteGraph, neighborsOf } from '@kindred/gnn';
import { expect, test } from 'vitest';
import { createHistories } from '../interactions/histories.ts';
import { sortByTime } from '../interactions/split.ts';
import { plantedFeatures, plantInteractions } from '../testing/planted-interactions.ts';
import { restrictToOffered } from '../training/restrict-to-offered.ts';
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
    const served = model.serve({
      version: 'v',
      kind: kind.name,
      userIds: model.knowsUsers ? userIds : [],
      itemIds,
    });
    const k = 6;
    const users = Int32Array.from(userIds.keys());
    const lists = await model.createRanker(task).rank(users, k);
    const ranked = Array.from(users, (user) =>
      [...lists.subarray(user * k, (user + 1) * k)]
        .filter((place) => place >= 0)
        .map((place) => itemIds[task.items[place]]),
    );

    const shown = userIds.map((userId, user) => {
      const exclude = new Set(Array.from(neighborsOf(past.graph.userItems, user), (item) => itemIds[item]));
      const question = { exclude, k, among: Array.from(task.items, (item) => itemIds[item]) };
      const history = Array.from(past.historyOf(user), (item) => itemIds[item]);
      const shelf = model.knowsUsers
        ? served.recommendForUser({ ...question, userId, recent: [] })
        : served.recommendForHistory({ ...question, history });
      return shelf.map(({ itemId }) => itemId);
    });
    expect(ranked).toEqual(shown);
    expect(ranked.every((list) => list.length > 0)).toBe(true);
  },
);
