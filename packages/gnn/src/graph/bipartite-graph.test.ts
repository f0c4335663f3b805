import { describe, expect, it } from 'vitest';
import { randomGraph } from '../testing/random-graph.ts';
import { type BipartiteGraph, buildBipartiteGraph, interactionsOf } from './bipartite-graph.ts';
import { hasEdge, neighborsOf, transpose } from './csr.ts';
import { describeGraph } from './graph-report.ts';
import { reorderGraph } from './locality-order.ts';
import { normalizedAdjacency } from './normalized-adjacency.ts';
import { splitInteractions } from './split-interactions.ts';

const ints = (...values: number[]) => Int32Array.from(values);

describe('a bipartite graph', () => {
  it('keeps sorted neighbours both ways, and merges and counts repeated pairs', () => {
    const graph = buildBipartiteGraph({ users: ints(2, 0, 2, 2, 0), items: ints(1, 3, 0, 1, 1) });
    expect(graph).toMatchObject({
      numUsers: 3,
      numItems: 4,
      numNodes: 7,
      numInteractions: 4,
      numDuplicates: 1,
    });
    expect([0, 1, 2].map((u) => [...neighborsOf(graph.userItems, u)])).toEqual([[1, 3], [], [0, 1]]);
    expect([0, 1, 2, 3].map((i) => [...neighborsOf(graph.itemUsers, i)])).toEqual([[2], [0, 2], [], [0]]);
  });

  it('keeps the weight of each pair, through splits and new numbers; of a repeated pair the largest', () => {
    const edges = { users: ints(2, 0, 2, 2, 0), items: ints(1, 3, 0, 1, 1) };
    const weights = Float32Array.of(0.5, 0.25, 1, 2, 3);
    const graph = buildBipartiteGraph({ ...edges, weights });
    const weightOf = new Map([
      ['0 1', 3],
      ['0 3', 0.25],
      ['2 0', 1],
      ['2 1', 2],
    ]);
    const named = (one: BipartiteGraph, order = ints(0, 1, 2, 3, 4, 5, 6)) => {
      const { users, items, weights } = interactionsOf(one);
      return Array.from(users, (user, e) => [`${order[user]} ${order[3 + items[e]!]! - 3}`, weights![e]]);
    };
    expect(new Map(named(graph) as [string, number][])).toEqual(weightOf);
    const order = ints(2, 0, 1, 6, 3, 5, 4);
    expect(new Map(named(reorderGraph(graph, order), order) as [string, number][])).toEqual(weightOf);
    for (const [pair, weight] of named(splitInteractions(graph, { fraction: 0.5, seed: 1 }).train))
      expect(weight).toBe(weightOf.get(pair as string));
    expect(() => buildBipartiteGraph({ ...edges, weights: weights.fill(0) })).toThrow('has the weight 0');
    expect(() => buildBipartiteGraph({ ...edges, weights: weights.subarray(1) })).toThrow('but 4 weights');
  });

  it('holds exactly the pairs it was given', () => {
    const graph = randomGraph(60, 40, 500, 3);
    const { users, items } = interactionsOf(graph);
    expect(users.length).toBe(graph.numInteractions);
    expect(users.every((user, e) => hasEdge(graph.userItems, user, items[e]!))).toBe(true);
    expect(
      buildBipartiteGraph({
        users: users.toReversed(),
        items: items.toReversed(),
        numUsers: 60,
        numItems: 40,
      }),
    ).toEqual({
      ...graph,
      numDuplicates: 0,
    });
    expect(transpose(graph.itemUsers)).toEqual(graph.userItems);
  });

  it.each([
    [{ users: ints(0), items: ints() }, 'there are 1 users and 0 items'],
    [{ users: ints(), items: ints() }, 'at least one interaction'],
    [{ users: ints(0, -1), items: ints(0, 0) }, 'Interaction 1 has user -1'],
    [
      { users: ints(0, 5), items: ints(0, 0), numUsers: 5 },
      'Interaction 1 has user 5, but there are only 5 users (0 to 4)',
    ],
    [{ users: ints(0), items: ints(0), numItems: 0 }, 'The number of items is 0'],
    [{ users: ints(0), items: ints(0), numItems: 1.5 }, 'The number of items is 1.5'],
  ])('refuses what is not a graph: %o', (interactions, message) => {
    expect(() => buildBipartiteGraph(interactions)).toThrow(message);
  });

  it('describes its size, degrees and density', () => {
    const graph = buildBipartiteGraph({
      users: ints(0, 0, 1, 1),
      items: ints(0, 1, 0, 0),
      numUsers: 4,
      numItems: 5,
    });
    expect(describeGraph(graph)).toEqual({
      numUsers: 4,
      numItems: 5,
      numInteractions: 3,
      numDuplicates: 1,
      density: 3 / 20,
      userDegree: { min: 0, median: 0.5, mean: 0.75, max: 2, numIsolated: 2 },
      itemDegree: { min: 0, median: 0, mean: 0.6, max: 2, numIsolated: 3 },
    });
  });
});

describe('the adjacency of all nodes', () => {
  it('joins user u and item numUsers + i both ways', () => {
    const { rowPointers, columns, inverseDegrees } = normalizedAdjacency(
      buildBipartiteGraph({ users: ints(0, 1, 1), items: ints(1, 0, 1), numUsers: 3 }),
    );
    expect([...rowPointers]).toEqual([0, 1, 3, 3, 4, 6]);
    expect([...columns]).toEqual([4, 3, 4, 1, 0, 1]);
    expect([...inverseDegrees]).toEqual([1, 0.5, 1, 1, 0.5]);
  });
});

describe('a split', () => {
  it('parts the interactions, keeps one of each user, and repeats with its seed', () => {
    const graph = randomGraph(80, 50, 600, 9);
    const split = splitInteractions(graph, { fraction: 0.3, seed: 4, maxUsers: 20 });
    const { users, items } = split.heldOut;
    expect(split.train.numInteractions + users.length).toBe(graph.numInteractions);
    expect(new Set(users).size).toBe(20);
    expect(users.every((user, e) => hasEdge(graph.userItems, user, items[e]!))).toBe(true);
    expect(users.some((user, e) => hasEdge(split.train.userItems, user, items[e]!))).toBe(false);
    expect([...users].every((user) => neighborsOf(split.train.userItems, user).length > 0)).toBe(true);
    expect(splitInteractions(graph, { fraction: 0.3, seed: 4, maxUsers: 20 })).toEqual(split);
    expect(splitInteractions(graph, { fraction: 0.3, seed: 5, maxUsers: 20 })).not.toEqual(split);
  });

  it('refuses a share that leaves nothing on one side', () => {
    expect(() => splitInteractions(randomGraph(9, 9, 30, 1), { fraction: 1, seed: 1 })).toThrow(
      'fraction is 1',
    );
  });
});
