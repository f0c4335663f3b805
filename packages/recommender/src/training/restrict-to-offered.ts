import { type BipartiteGraph, buildBipartiteGraph, interactionsOf } from '@kindred/gnn';
import type { Edges } from '../interactions/split.ts';

export interface OfferedPart {
  /** What was learnt from, as far as it is about items that are offered; these are numbered anew. */
  readonly graph: BipartiteGraph;
  readonly test: Edges;
  /** The old number of each new one. */
  readonly items: Int32Array;
}

/**
 * A test as people meet the shop: what is not offered is not ranked. A model may have learnt from it all the same, as it says what
 * people have in common.
 * @param test of items that are offered, and of which `past` has some
 */
export function restrictToOffered({
  past,
  test,
  isOffered,
}: {
  past: BipartiteGraph;
  test: Edges;
  isOffered: (item: number) => boolean;
}): OfferedPart {
  const items = Int32Array.from({ length: past.numItems }, (_, item) => item).filter(isOffered);
  const newItem = new Int32Array(past.numItems).fill(-1);
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
  const sizes = { numUsers: past.numUsers, numItems: items.length };
  return { graph: buildBipartiteGraph({ ...keep(interactionsOf(past)), ...sizes }), test: keep(test), items };
}
