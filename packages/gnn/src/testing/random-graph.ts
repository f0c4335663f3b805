import { type BipartiteGraph, buildBipartiteGraph } from '../graph/bipartite-graph.ts';
import { createRandom } from '../tensor/random.ts';

/** A random graph; when it is sparse, some users and items have no interaction. */
export function randomGraph(
  numUsers: number,
  numItems: number,
  numInteractions: number,
  seed: number,
): BipartiteGraph {
  const random = createRandom(seed);
  const users = Int32Array.from({ length: numInteractions }, () => random.below(numUsers));
  // Squaring makes low items popular, as in a shop.
  const items = Int32Array.from({ length: numInteractions }, () =>
    Math.floor(random.float() ** 2 * numItems),
  );
  return buildBipartiteGraph({ users, items, numUsers, numItems });
}
