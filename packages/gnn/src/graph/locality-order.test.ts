import { describe, expect, it } from 'vitest';
import { createRandom, shuffle } from '../tensor/random.ts';
import { plantedGroups } from '../testing/planted-groups.ts';
import { randomGraph } from '../testing/random-graph.ts';
import { buildBipartiteGraph, interactionsOf } from './bipartite-graph.ts';
import { hasEdge } from './csr.ts';
import { countGatherMisses, invertOrder, localityOrder, reorderGraph } from './locality-order.ts';

describe('the locality order', () => {
  it('names every node once, users before items', async () => {
    const graph = randomGraph(60, 40, 300, 3);
    const order = await localityOrder(graph);
    expect([...order.subarray(0, 60)].sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n));
    expect([...order.subarray(60)].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 40 }, (_, n) => 60 + n),
    );
    expect(await localityOrder(graph)).toEqual(order);
  });

  it('brings planted groups together: a small cache misses a fraction of what it missed', async () => {
    const graph = plantedGroups(1, 3000, 1200, 12);
    const misses = countGatherMisses(graph, 256);
    expect(countGatherMisses(reorderGraph(graph, await localityOrder(graph)), 256)).toBeLessThan(misses / 2);
  });

  it('is judged by the gathers that miss a cache of the lines used last', () => {
    const graph = buildBipartiteGraph({ users: Int32Array.of(0, 0, 1, 1), items: Int32Array.of(0, 1, 0, 1) });
    expect([1, 2, 4].map((lines) => countGatherMisses(graph, lines))).toEqual([8, 4, 4]);
  });

  it('stops when its signal says so', async () => {
    const reason = new Error('enough');
    await expect(localityOrder(plantedGroups(1), AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('keeps nodes without neighbours', async () => {
    const graph = buildBipartiteGraph({
      users: Int32Array.of(3),
      items: Int32Array.of(2),
      numUsers: 5,
      numItems: 4,
    });
    const order = await localityOrder(graph);
    expect(order.length).toBe(9);
    expect(reorderGraph(graph, order)).toMatchObject({ numUsers: 5, numItems: 4, numInteractions: 1 });
  });
});

describe('a reordered graph', () => {
  it('has the same interactions under other numbers, sorted both ways', () => {
    const graph = randomGraph(60, 40, 500, 8);
    const order = Int32Array.from({ length: 100 }, (_, n) => n);
    const random = createRandom(2);
    shuffle(order.subarray(0, 60), random);
    shuffle(order.subarray(60), random);

    const reordered = reorderGraph(graph, order);

    const { users, items } = interactionsOf(reordered);
    expect(
      users.every((user, e) => hasEdge(graph.userItems, order[user]!, order[60 + items[e]!]! - 60)),
    ).toBe(true);
    expect(reordered).toEqual({
      ...buildBipartiteGraph({ users, items, numUsers: 60, numItems: 40 }),
      numDuplicates: graph.numDuplicates,
    });
    expect(reorderGraph(reordered, invertOrder(order))).toEqual(graph);
  });
});
