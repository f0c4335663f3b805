import { type Csr, positionOf, transpose } from './csr.ts';

/** Users and the items they interacted with, in both directions. Ids count from 0. */
export interface BipartiteGraph {
  readonly numUsers: number;
  readonly numItems: number;
  /** numUsers + numItems: as nodes of one graph, users come first and item i is node numUsers + i. */
  readonly numNodes: number;
  /** Distinct (user, item) pairs. */
  readonly numInteractions: number;
  /** Repeated pairs, which were merged. */
  readonly numDuplicates: number;
  readonly userItems: Csr;
  readonly itemUsers: Csr;
  /**
   * How much each interaction says about taste, in the order of `userItems.columns`. Training draws an interaction as often as its weight says;
   * propagation joins its nodes whatever the weight. Missing: all say the same.
   */
  readonly weights?: Float32Array;
}

/** User `users[e]` interacted with item `items[e]`. Both arrays have the same length; ids count from 0. */
export interface Edges {
  readonly users: Int32Array;
  readonly items: Int32Array;
  /** Of each edge: above 0 and finite. Missing: all weigh the same. */
  readonly weights?: Float32Array;
}

/** Edges, and the numbers of users and items (default: the largest id plus 1). */
export interface GraphInput extends Edges {
  readonly numUsers?: number;
  readonly numItems?: number;
}

/**
 * Builds the graph of the given interactions. Repeated pairs are merged and counted; the largest of their weights counts. Takes linear time (with weights, n log n),
 * keeps no reference to its input.
 *
 * Throws a RangeError when there are no interactions, the arrays differ in length, or an id or a weight is out of range.
 *
 * @example
 * import { buildBipartiteGraph } from '@kindred/gnn';
 *
 * const graph = buildBipartiteGraph({ users: Int32Array.of(0, 0, 1), items: Int32Array.of(0, 2, 1) });
 * console.log(graph.numUsers, graph.numItems, graph.numInteractions); // 2 3 3
 */
export function buildBipartiteGraph({ users, items, weights, ...sizes }: GraphInput): BipartiteGraph {
  if (users.length !== items.length) {
    throw new RangeError(
      `Each interaction needs a user and an item, but there are ${users.length} users and ${items.length} items.`,
    );
  }
  if (users.length === 0) throw new RangeError('A graph needs at least one interaction.');
  const numUsers = checkIds('user', users, sizes.numUsers);
  const numItems = checkIds('item', items, sizes.numItems);

  const { itemUsers, numDuplicates } = mergeDuplicates(groupByItem(users, items, numUsers, numItems));
  const userItems = transpose(itemUsers);
  return {
    numUsers,
    numItems,
    numNodes: numUsers + numItems,
    numInteractions: itemUsers.columns.length,
    numDuplicates,
    userItems,
    itemUsers,
    ...(weights && { weights: placeWeights(userItems, { users, items, weights }) }),
  };
}

/** Returns the weights in the order of `userItems.columns`; of a repeated pair the largest. */
export function placeWeights(userItems: Csr, { users, items, weights }: Required<Edges>): Float32Array {
  if (weights.length !== users.length)
    throw new RangeError(`There are ${users.length} interactions, but ${weights.length} weights.`);
  const placed = new Float32Array(userItems.columns.length);
  weights.forEach((weight, e) => {
    if (!(weight > 0 && weight < Infinity))
      throw new RangeError(`Interaction ${e} has the weight ${weight}; it must be above 0 and finite.`);
    const place = positionOf(userItems, users[e]!, items[e]!);
    placed[place] = Math.max(placed[place]!, weight);
  });
  return placed;
}

/**
 * Returns the graph's interactions as parallel arrays, ordered by user, then by item. Copies.
 *
 * @example
 * import { buildBipartiteGraph, interactionsOf } from '@kindred/gnn';
 *
 * const graph = buildBipartiteGraph({ users: Int32Array.of(1, 0), items: Int32Array.of(0, 2) });
 * console.log(interactionsOf(graph).users); // 0, 1
 */
export function interactionsOf(graph: BipartiteGraph): Edges {
  const { rowPointers, columns } = graph.userItems;
  const users = new Int32Array(columns.length);
  for (let u = 0; u < graph.numUsers; u++) users.fill(u, rowPointers[u], rowPointers[u + 1]);
  const { weights } = graph;
  return { users, items: columns.slice(), ...(weights && { weights: weights.slice() }) };
}

function checkIds(kind: string, ids: Int32Array, size?: number): number {
  let largest = -1;
  for (let e = 0; e < ids.length; e++) {
    const id = ids[e]!;
    if (id < 0) throw new RangeError(`Interaction ${e} has ${kind} ${id}; ids count from 0.`);
    if (id > largest) largest = id;
  }
  if (size === undefined) return largest + 1;
  if (!Number.isSafeInteger(size) || size < 1)
    throw new RangeError(`The number of ${kind}s is ${size}; it must be a positive integer.`);
  if (largest >= size) {
    throw new RangeError(
      `Interaction ${ids.indexOf(largest)} has ${kind} ${largest}, but there are only ${size} ${kind}s (0 to ${size - 1}).`,
    );
  }
  return size;
}

/** Two counting sorts, by user and then stably by item, leave each item's users ascending. */
function groupByItem(users: Int32Array, items: Int32Array, numUsers: number, numItems: number): Csr {
  const rowPointers = new Int32Array(numUsers + 1);
  for (const user of users) rowPointers[user + 1]!++;
  for (let u = 0; u < numUsers; u++) rowPointers[u + 1]! += rowPointers[u]!;
  const next = rowPointers.slice(0, numUsers);
  const columns = new Int32Array(items.length);
  for (let e = 0; e < users.length; e++) columns[next[users[e]!]!++] = items[e]!;
  return transpose({ numRows: numUsers, numColumns: numItems, rowPointers, columns });
}

function mergeDuplicates(csr: Csr): { itemUsers: Csr; numDuplicates: number } {
  const rowPointers = new Int32Array(csr.numRows + 1);
  const columns = new Int32Array(csr.columns.length);
  let kept = 0;
  for (let r = 0; r < csr.numRows; r++) {
    let previous = -1;
    for (let p = csr.rowPointers[r]!; p < csr.rowPointers[r + 1]!; p++) {
      const column = csr.columns[p]!;
      if (column !== previous) columns[kept++] = column;
      previous = column;
    }
    rowPointers[r + 1] = kept;
  }
  const itemUsers = { ...csr, rowPointers, columns: columns.slice(0, kept) };
  return { itemUsers, numDuplicates: csr.columns.length - kept };
}
