import type { BipartiteGraph, Edges } from '../graph/bipartite-graph.ts';
import { splitInteractions } from '../graph/split-interactions.ts';

/**
 * Held-out interactions that choose the best epoch. Either the caller supplies them (they are then not part of the graph), or a share is cut out of the
 * training graph during training, from a tenth of the users (at least 500, at most 3,000).
 */
export type Validation = Edges | { readonly fraction: number } | 'none';

/** Splits the graph into training and held-out interactions. A tenth of the users is enough to compare epochs and leaves nearly everything to train on. */
export function resolveValidation(
  graph: BipartiteGraph,
  validation: Validation,
  seed: number,
): { graph: BipartiteGraph; heldOut: Edges | undefined } {
  if (validation === 'none') return { graph, heldOut: undefined };
  if ('users' in validation) return { graph, heldOut: validation };
  const maxUsers = Math.min(3000, Math.max(500, Math.round(graph.numUsers / 10)));
  const { train, heldOut } = splitInteractions(graph, { fraction: validation.fraction, seed, maxUsers });
  return { graph: train, heldOut: heldOut.users.length > 0 ? heldOut : undefined };
}

/** Returns held-out interactions in a graph's new numbers. Throws a RangeError that names the user or item that the graph does not know. */
export function renumberHeldOut(
  { users, items }: Edges,
  newNode: Int32Array,
  { numUsers, numItems }: BipartiteGraph,
): Edges {
  const check = (kind: string, id: number, count: number) => {
    if (!(id >= 0 && id < count))
      throw new RangeError(`The validation names ${kind} ${id}, but there are only ${count} ${kind}s.`);
    return id;
  };
  return {
    users: users.map((user) => newNode[check('user', user, numUsers)]!),
    items: items.map((item) => newNode[numUsers + check('item', item, numItems)]! - numUsers),
  };
}
