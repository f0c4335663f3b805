import {
  type BipartiteGraph,
  buildBipartiteGraph,
  degreeOf,
  type Edges,
  hasEdge,
  neighborsOf,
} from '@kindred/gnn';

/** The sizes of the two parts of a split, and what in them affects its figures. Pairs of user and item count once. */
export interface SplitReport {
  readonly users: number;
  readonly items: number;
  readonly train_interactions: number;
  readonly test_interactions: number;
  /** Repeated pairs. */
  readonly train_repeated: number;
  readonly test_repeated: number;
  /** The users in the mean. */
  readonly test_users: number;
  /** Those of them without training data. They count in the figures. */
  readonly test_users_without_training: number;
  readonly test_items_without_training: number;
  /** Pairs of the test that are also in training. They are never ranked, so they count as missed. */
  readonly test_interactions_in_training: number;
}

export function compareParts(train: BipartiteGraph, edges: Edges): SplitReport {
  const { numUsers, numItems } = train;
  const test = buildBipartiteGraph({ ...edges, numUsers, numItems });
  let [testUsers, newUsers, newItems, inTraining] = [0, 0, 0, 0];
  for (let user = 0; user < numUsers; user++) {
    const items = neighborsOf(test.userItems, user);
    if (items.length === 0) continue;
    testUsers++;
    if (degreeOf(train.userItems, user) === 0) newUsers++;
    for (const item of items) if (hasEdge(train.userItems, user, item)) inTraining++;
  }
  for (let item = 0; item < numItems; item++)
    if (degreeOf(test.itemUsers, item) > 0 && degreeOf(train.itemUsers, item) === 0) newItems++;
  return {
    users: numUsers,
    items: numItems,
    train_interactions: train.numInteractions,
    test_interactions: test.numInteractions,
    train_repeated: train.numDuplicates,
    test_repeated: test.numDuplicates,
    test_users: testUsers,
    test_users_without_training: newUsers,
    test_items_without_training: newItems,
    test_interactions_in_training: inTraining,
  };
}
