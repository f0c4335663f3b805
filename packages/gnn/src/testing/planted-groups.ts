import { type BipartiteGraph, buildBipartiteGraph } from '../graph/bipartite-graph.ts';
import { createRandom } from '../tensor/random.ts';

/**
 * Users and items in groups: a user takes most items from their own group and the rest from anywhere. Popularity does not
 * know the groups, so a model that beats it by far has found them.
 */
export function plantedGroups(seed: number, numUsers = 300, numItems = 120, numGroups = 6): BipartiteGraph {
  const random = createRandom(seed);
  const users: number[] = [];
  const items: number[] = [];
  for (let u = 0; u < numUsers; u++) {
    for (let n = 0; n < 14; n++) {
      const inGroup = Math.floor(random.below(numItems) / numGroups) * numGroups + (u % numGroups);
      users.push(u);
      items.push(random.float() < 0.85 ? inGroup : random.below(numItems));
    }
  }
  return buildBipartiteGraph({
    users: Int32Array.from(users),
    items: Int32Array.from(items),
    numUsers,
    numItems,
  });
}
