import type { Edges } from '@kindred/gnn';
import type { Interactions } from './interactions.ts';

export interface TimeSplit {
  /** Ordered from the oldest. */
  readonly train: Edges;
  readonly test: Edges;
}

/**
 * The newest clear interactions with items that can be recommended are the test. Interactions older than all of these are for
 * training, clear or not. A test interaction whose user or item does not occur in training is left out: no model of ids can know it.
 * @param testFraction between 0 and 1, of the clear interactions with items that can be recommended
 * @param isOffered whether an item, by its index, can be recommended. Default: all can
 */
export function splitByTime(
  interactions: Interactions,
  testFraction: number,
  isOffered: (item: number) => boolean = () => true,
): TimeSplit {
  const { users, items, clear } = interactions;
  const order = orderByTime(interactions);
  const isTested = (edge: number) => clear?.[edge] !== 0 && isOffered(items[edge]);
  const tested = Uint32Array.from(order.keys()).filter((place) => isTested(order[place]));
  const cut = tested[Math.ceil(tested.length * (1 - testFraction))] ?? order.length;
  const trainOrder = order.subarray(0, cut);
  const knownUsers = new Uint8Array(interactions.userIds.length);
  const knownItems = new Uint8Array(interactions.itemIds.length);
  for (const edge of trainOrder) {
    knownUsers[users[edge]] = 1;
    knownItems[items[edge]] = 1;
  }
  const testOrder = order
    .subarray(cut)
    .filter((edge) => isTested(edge) && knownUsers[users[edge]] && knownItems[items[edge]]);
  return { train: pick(interactions, trainOrder), test: pick(interactions, testOrder) };
}

/** Returns all interactions, ordered from the oldest; equal times keep their order. */
export function sortByTime(interactions: Interactions): Edges {
  return pick(interactions, orderByTime(interactions));
}

function orderByTime({ users, timestamps }: Interactions): Uint32Array {
  return Uint32Array.from(users.keys()).sort((a, b) => timestamps[a] - timestamps[b] || a - b);
}

function pick({ users, items, weights }: Edges, order: Uint32Array): Edges {
  return {
    users: Int32Array.from(order, (edge) => users[edge]),
    items: Int32Array.from(order, (edge) => items[edge]),
    ...(weights && { weights: Float32Array.from(order, (edge) => weights[edge]) }),
  };
}
