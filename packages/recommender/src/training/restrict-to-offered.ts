import { buildBipartiteGraph, type Edges, interactionsOf } from '@kindred/gnn';
import type { RankingTask, TrainingData } from '../models/model-kind.ts';

/**
 * Makes a test as shoppers see the shop: items that are not offered are not ranked. The model may still have learnt from them, because they show what
 * users have in common.
 * @param test interactions with offered items, some of which occur in `past`
 */
export function restrictToOffered({
  past,
  test,
  isOffered,
}: {
  past: TrainingData;
  test: Edges;
  isOffered: (item: number) => boolean;
}): { task: RankingTask; test: Edges } {
  const { numUsers, numItems } = past.graph;
  const items = Int32Array.from({ length: numItems }, (_, item) => item).filter(isOffered);
  const newItem = new Int32Array(numItems).fill(-1);
  items.forEach((old, item) => {
    newItem[old] = item;
  });
  const keep = (edges: Edges): Edges => {
    const kept = Uint32Array.from(edges.items.keys()).filter((edge) => newItem[edges.items[edge]] >= 0);
    return {
      users: Int32Array.from(kept, (edge) => edges.users[edge]),
      items: Int32Array.from(kept, (edge) => newItem[edges.items[edge]]),
    };
  };
  const learnt = keep(interactionsOf(past.graph));
  const graph = buildBipartiteGraph({ ...learnt, numUsers, numItems: items.length });
  return { task: { past, graph, items }, test: keep(test) };
}
