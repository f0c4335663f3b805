import type { BipartiteGraph } from '../graph/bipartite-graph.ts';
import { degreeOf, hasEdge } from '../graph/csr.ts';
import { createAliasTable } from '../tensor/alias-table.ts';
import type { Random } from '../tensor/random.ts';

/** Draws items to contrast with. */
export interface NegativeSampler {
  /** Any item. */
  drawItem(): number;
  /** Draws an item that the user has no interaction with. If 100 draws find none, the user seems to have them all: returns any item. */
  drawFor(user: number): number;
}

const MAX_REJECTIONS = 100;

/** Items are drawn with probability proportional to degree^popularityExponent: 0 is uniform, 1 follows popularity. */
export function createNegativeSampler(
  graph: BipartiteGraph,
  popularityExponent: number,
  random: Random,
): NegativeSampler {
  const { userItems, itemUsers, numItems } = graph;
  let drawItem = () => random.below(numItems);
  if (popularityExponent !== 0) {
    const weights = Float64Array.from(
      { length: numItems },
      (_, i) => degreeOf(itemUsers, i) ** popularityExponent,
    );
    const table = createAliasTable(weights);
    drawItem = () => table.draw(random);
  }
  return {
    drawItem,
    drawFor(user) {
      let item = drawItem();
      for (let tries = 1; tries < MAX_REJECTIONS && hasEdge(userItems, user, item); tries++)
        item = drawItem();
      return item;
    },
  };
}
