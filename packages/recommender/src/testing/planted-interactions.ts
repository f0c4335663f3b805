import { createMatrix, createRandom, type Matrix, rowOf } from '@kindred/gnn';
import { type Interactions, InteractionsBuilder } from '../interactions/interactions.ts';

/** Users like the items of their own group, and with some chance any other: a pattern that a model can find. */
export function plantInteractions({
  groups = 6,
  usersAGroup = 40,
  itemsAGroup = 20,
  likesAUser = 10,
  strayShare = 0.1,
  seed = 7,
} = {}): Interactions {
  const random = createRandom(seed);
  const builder = new InteractionsBuilder();

  for (let like = 0; like < likesAUser; like++)
    for (let user = 0; user < groups * usersAGroup; user++) {
      const group = random.float() < strayShare ? random.below(groups) : user % groups;
      const itemId = 1_000 + group * itemsAGroup + random.below(itemsAGroup);
      builder.add(`user-${user}`, itemId, Date.UTC(2026, 0, 1) + (like * 1_000 + user) * 60_000);
    }
  return builder.build();
}

/** Returns the group in which `plantInteractions` put an item. */
export function groupOfItem(itemId: number, itemsAGroup = 20): number {
  return Math.floor((itemId - 1_000) / itemsAGroup);
}

/** Features that distinguish the groups, one column per group; no two items are alike. */
export function plantedFeatures({ itemIds }: Interactions, groups = 6): Matrix {
  const random = createRandom(3);
  const noise = Float32Array.from({ length: itemIds.length * groups }, () => random.float() / 10);
  const features = createMatrix(itemIds.length, groups, noise);
  itemIds.forEach((itemId, item) => {
    rowOf(features, item)[groupOfItem(itemId)] += 1;
  });
  return features;
}
