import type { Interactions } from './interactions.ts';

export interface Edges {
  readonly users: Int32Array;
  readonly items: Int32Array;
}

export interface Split {
  readonly train: Edges;
  readonly test: Edges;
}

/**
 * The newest interactions are the test. A test interaction whose user or item does not occur in train is
 * left out: no model of ids can know it.
 * @param testFraction between 0 and 1, of all interactions
 */
export function splitByTime(interactions: Interactions, testFraction: number): Split {
  const { users, items, timestamps } = interactions;
  const order = Uint32Array.from(users.keys()).sort((a, b) => timestamps[a] - timestamps[b] || a - b);
  const trainSize = Math.ceil(order.length * (1 - testFraction));
  const trainOrder = order.subarray(0, trainSize);
  const knownUsers = new Uint8Array(interactions.userIds.length);
  const knownItems = new Uint8Array(interactions.itemIds.length);
  for (const edge of trainOrder) {
    knownUsers[users[edge]] = 1;
    knownItems[items[edge]] = 1;
  }
  const testOrder = order
    .subarray(trainSize)
    .filter((edge) => knownUsers[users[edge]] && knownItems[items[edge]]);
  const pick = (edges: Uint32Array): Edges => ({
    users: Int32Array.from(edges, (edge) => users[edge]),
    items: Int32Array.from(edges, (edge) => items[edge]),
  });
  return { train: pick(trainOrder), test: pick(testOrder) };
}
