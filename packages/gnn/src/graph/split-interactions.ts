import { createRandom, shuffle } from '../tensor/random.ts';
import { type BipartiteGraph, buildBipartiteGraph, type Edges } from './bipartite-graph.ts';
import { degreeOf, neighborsOf, positionOf } from './csr.ts';

export interface SplitOptions {
  /** The share of a user's interactions to hold out. At least one is held out, and at least one stays. */
  readonly fraction: number;
  readonly seed: number;
  /** The number of users to hold out from, chosen at random among those with at least two interactions (default: all of them). */
  readonly maxUsers?: number;
}

export interface HeldOutSplit {
  /** The graph without the held-out interactions. Users and items keep their numbers. */
  readonly train: BipartiteGraph;
  /** Empty if no user has two interactions. */
  readonly heldOut: Edges;
}

/**
 * Holds out a random share of users' interactions. The same seed holds out the same ones. Throws a RangeError when `fraction` is not inside (0, 1).
 *
 * @example
 * import { buildBipartiteGraph, splitInteractions } from '@kindred/gnn';
 *
 * const graph = buildBipartiteGraph({ users: Int32Array.of(0, 0, 0, 0), items: Int32Array.of(0, 1, 2, 3) });
 * const { train, heldOut } = splitInteractions(graph, { fraction: 0.25, seed: 1 });
 * console.log(train.numInteractions, heldOut.items.length); // 3 1
 */
export function splitInteractions(
  graph: BipartiteGraph,
  { fraction, seed, maxUsers }: SplitOptions,
): HeldOutSplit {
  if (!(fraction > 0 && fraction < 1))
    throw new RangeError(`The held-out fraction is ${fraction}; it must lie between 0 and 1.`);
  const { numUsers, numItems, userItems } = graph;
  const random = createRandom(seed);
  const candidates = Int32Array.from({ length: numUsers }, (_, u) => u).filter(
    (u) => degreeOf(userItems, u) >= 2,
  );
  shuffle(candidates, random);
  const isChosen = new Uint8Array(numUsers);
  for (const user of candidates.subarray(0, maxUsers)) isChosen[user] = 1;

  const kept = { users: [] as number[], items: [] as number[] };
  const held = { users: [] as number[], items: [] as number[] };
  for (let u = 0; u < numUsers; u++) {
    const items = neighborsOf(userItems, u).slice();
    let numHeld = 0;
    if (isChosen[u]) {
      shuffle(items, random);
      numHeld = Math.min(Math.max(1, Math.round(fraction * items.length)), items.length - 1);
    }
    items.forEach((item, j) => {
      const side = j < numHeld ? held : kept;
      side.users.push(u);
      side.items.push(item);
    });
  }
  const weightsOf = ({ weights }: BipartiteGraph) =>
    weights && {
      weights: Float32Array.from(
        kept.users,
        (user, e) => weights[positionOf(userItems, user, kept.items[e]!)]!,
      ),
    };
  return {
    train: buildBipartiteGraph({
      users: Int32Array.from(kept.users),
      items: Int32Array.from(kept.items),
      ...weightsOf(graph),
      numUsers,
      numItems,
    }),
    heldOut: { users: Int32Array.from(held.users), items: Int32Array.from(held.items) },
  };
}
