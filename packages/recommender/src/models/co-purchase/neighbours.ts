import { setImmediate } from 'node:timers/promises';
import { type BipartiteGraph, buildBipartiteGraph, createRandom, degreeOf, neighborsOf } from '@kindred/gnn';

/** The items that go with each item, the strongest first: those of item i are at `pointers[i]` up to, but not including, `pointers[i + 1]`. */
export interface Neighbours {
  readonly pointers: Int32Array;
  readonly items: Int32Array;
  /** How much more often people liked both than by chance: the shrunk lift less 1. Always above 0. */
  readonly excess: Float32Array;
}

export const listOf = ({ pointers, items }: Neighbours, item: number): Int32Array =>
  items.subarray(pointers[item], pointers[item + 1]);

export interface NeighbourConfig {
  /** The most neighbours of an item. */
  readonly perItem: number;
  /** The fewest people who liked both. */
  readonly minSupport: number;
  /** Lambda of the formula: how much evidence it takes to believe a lift. */
  readonly shrinkage: number;
}

/** After this many items the loop yields to the event loop. */
const itemsAtOnce = 64;

/**
 * Finds, for each item, the strongest neighbours by lift, shrunk towards independence:
 *
 *     lift(i, j) = (n_ij + lambda) / (E_ij + lambda),   E_ij = n_i n_j / n
 *
 * n_ij people liked both, n_i and n_j liked each, n liked at least one item. If interactions have weights, a person counts in n_i by the weight of
 * that item, and in n_ij by the product of both weights; `minSupport` counts whole people. E_ij would be the count if liking one said nothing about the other.
 * Without lambda this is the lift of market baskets, there called interest (Brin, Motwani, Ullman, Tsur: Dynamic itemset counting and implication
 * rules for market basket data, SIGMOD 1997), which a few people can make large. With lambda it is the posterior mean of a
 * Poisson rate with a Gamma(lambda, lambda) prior (DuMouchel: Bayesian data mining in large frequency tables, The American Statistician
 * 1999): small counts say little, and the larger lambda is, the more the number of people matters. Of equals the lower item
 * comes first.
 *
 * Memory is bounded by `perItem` neighbours per item. Time grows with the sum of the squared lengths of the histories,
 * so limit these first (`limitHistories`). Rejects with the signal's reason when aborted.
 */
export async function findNeighbours(
  { numItems, itemUsers, userItems, numUsers, weights }: BipartiteGraph,
  { perItem, minSupport, shrinkage }: NeighbourConfig,
  signal?: AbortSignal,
): Promise<Neighbours> {
  let people = 0;
  for (let user = 0; user < numUsers; user++) if (degreeOf(userItems, user) > 0) people++;
  const weightsOfUsers = weights && transposeWeights({ userItems, itemUsers }, weights);
  const likes = Float64Array.from({ length: numItems }, (_, item) => sumOf(itemUsers, item, weightsOfUsers));
  const pointers = new Int32Array(numItems + 1);
  const lists: Int32Array[] = [];
  const excesses: Float32Array[] = [];
  const support = new Int32Array(numItems);
  const both = new Float64Array(numItems);
  const touched = new Int32Array(numItems);
  const excessOf = new Float64Array(numItems);

  for (let item = 0; item < numItems; item++) {
    if (item % itemsAtOnce === 0) {
      await setImmediate();
      signal?.throwIfAborted();
    }
    let numTouched = 0;
    for (let at = itemUsers.rowPointers[item]; at < itemUsers.rowPointers[item + 1]; at++) {
      const user = itemUsers.columns[at];
      const weight = weightsOfUsers ? weightsOfUsers[at] : 1;
      for (let place = userItems.rowPointers[user]; place < userItems.rowPointers[user + 1]; place++) {
        const other = userItems.columns[place];
        if (support[other]++ === 0) touched[numTouched++] = other;
        both[other] += weights ? weight * weights[place] : 1;
      }
    }
    const found: number[] = [];
    for (const other of touched.subarray(0, numTouched)) {
      const [supporters, count] = [support[other], both[other]];
      support[other] = both[other] = 0;
      if (other === item || supporters < minSupport) continue;
      const expected = (likes[item] * likes[other]) / people;
      if (count <= expected) continue;
      // (n + lambda) / (E + lambda) - 1
      excessOf[other] = (count - expected) / (expected + shrinkage);
      found.push(other);
    }
    found.sort((a, b) => excessOf[b] - excessOf[a] || a - b);
    const kept = Int32Array.from(found.slice(0, perItem));
    lists.push(kept);
    excesses.push(Float32Array.from(kept, (other) => excessOf[other]));
    pointers[item + 1] = pointers[item] + kept.length;
  }
  const items = new Int32Array(pointers[numItems]);
  const excess = new Float32Array(pointers[numItems]);
  lists.forEach((list, item) => {
    items.set(list, pointers[item]);
    excess.set(excesses[item], pointers[item]);
  });
  return { pointers, items, excess };
}

/** Returns the weights in the order of `itemUsers.columns`. */
function transposeWeights(
  { userItems, itemUsers }: Pick<BipartiteGraph, 'userItems' | 'itemUsers'>,
  weights: Float32Array,
): Float32Array {
  const next = itemUsers.rowPointers.slice();
  const transposed = new Float32Array(weights.length);
  // Users ascend, as they do in each row of `itemUsers`.
  userItems.columns.forEach((item, place) => {
    transposed[next[item]++] = weights[place];
  });
  return transposed;
}

function sumOf({ rowPointers }: BipartiteGraph['itemUsers'], item: number, weights?: Float32Array): number {
  const [from, to] = [rowPointers[item], rowPointers[item + 1]];
  return weights ? weights.subarray(from, to).reduce((sum, weight) => sum + weight, 0) : to - from;
}

/**
 * Returns the graph with at most `longest` items of each user, chosen at random by `seed`. A history of 10,000 items would make 100 million
 * pairs, and say almost nothing about each.
 */
export function limitHistories(graph: BipartiteGraph, longest: number, seed: number): BipartiteGraph {
  const { numUsers, numItems, userItems, weights } = graph;
  const random = createRandom(seed);
  const [users, items, kept]: [number[], number[], number[]] = [[], [], []];
  let isWhole = true;
  for (let user = 0; user < numUsers; user++) {
    const history = neighborsOf(userItems, user);
    // Each of the n remaining items is taken with probability (places left) / n, so all choices are equally likely.
    let places = Math.min(longest, history.length);
    if (places < history.length) isWhole = false;
    history.forEach((item, index) => {
      if (places === 0 || random.below(history.length - index) >= places) return;
      places--;
      users.push(user);
      items.push(item);
      if (weights) kept.push(weights[userItems.rowPointers[user] + index]);
    });
  }
  if (isWhole) return graph;
  return buildBipartiteGraph({
    users: Int32Array.from(users),
    items: Int32Array.from(items),
    ...(weights && { weights: Float32Array.from(kept) }),
    numUsers,
    numItems,
  });
}
