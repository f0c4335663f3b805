import { buildBipartiteGraph, neighborsOf } from '@kindred/gnn';
import { expect, test } from 'vitest';
import { findNeighbours, limitHistories, type Neighbours } from './neighbours.ts';

/** One text per user; each digit is an item. */
function graphOf(...histories: string[]) {
  const pairs = histories.flatMap((items, user) => [...items].map((item) => [user, Number(item)] as const));
  return buildBipartiteGraph({
    users: Int32Array.from(pairs, ([user]) => user),
    items: Int32Array.from(pairs, ([, item]) => item),
  });
}

const config = { perItem: 10, minSupport: 1, shrinkage: 0 };

function neighboursOf({ pointers, items, excess }: Neighbours, item: number): [item: number, lift: number][] {
  const [from, to] = [pointers[item], pointers[item + 1]];
  return Array.from(items.subarray(from, to), (other, place) => [other, 1 + excess[from + place]]);
}

test('a lift is how many people liked both, divided by how many would by chance', async () => {
  // Of six people who liked anything, four liked 0 and three liked 1, three of them both; two liked 2, one of them 0 too.
  const found = await findNeighbours(graphOf('01', '01', '01', '02', '2', '3'), config);
  // 3 / (4 * 3 / 6); 0 and 2 meet less often than by chance: 1 / (4 * 2 / 6) is below 1.
  expect(neighboursOf(found, 0)).toEqual([[1, 1.5]]);
  expect(neighboursOf(found, 1)).toEqual([[0, 1.5]]);
  expect(neighboursOf(found, 2)).toEqual([]);
});

test('people count by the weights of what they liked', async () => {
  // Two people liked 0 and 1, and two liked 0 and 2, the latter only half.
  const edges = {
    users: Int32Array.of(0, 0, 1, 1, 2, 2, 3, 3, 4),
    items: Int32Array.of(0, 1, 0, 1, 0, 2, 0, 2, 3),
  };
  const weights = Float32Array.of(1, 1, 1, 1, 0.5, 0.5, 0.5, 0.5, 1);
  const found = await findNeighbours(buildBipartiteGraph({ ...edges, weights }), config);
  // n_01 = 2, n_0 = 3, n_1 = 2 of 5 people; n_02 = 0.5, n_2 = 1 is below chance.
  expect(neighboursOf(found, 0)).toEqual([[1, expect.closeTo(2 / (6 / 5), 5)]]);
  const alike = await findNeighbours(buildBipartiteGraph({ ...edges, weights: weights.fill(1) }), config);
  expect(alike).toEqual(await findNeighbours(buildBipartiteGraph(edges), config));
  const limited = limitHistories(buildBipartiteGraph({ ...edges, weights: weights.fill(0.5) }), 1, 1);
  expect([...limited.weights!]).toEqual(Array(5).fill(0.5));
});

test('users without interactions do not change the lifts', async () => {
  const { users, items } = { users: Int32Array.of(0, 0, 1), items: Int32Array.of(0, 1, 2) };
  const few = await findNeighbours(buildBipartiteGraph({ users, items }), config);
  const many = await findNeighbours(buildBipartiteGraph({ users, items, numUsers: 1_000 }), config);
  expect(neighboursOf(many, 0)).toEqual(neighboursOf(few, 0));
});

test('shrinkage ranks what many people share above what one person likes', async () => {
  // 0 and 1 are liked together by ten people of thirty, 0 and 2 by one, who is the only one to like 2.
  const graph = graphOf(...Array(10).fill('01'), '02', ...Array(10).fill('1'), ...Array(9).fill('3'));
  const order = async (shrinkage: number) => {
    const found = await findNeighbours(graph, { ...config, shrinkage });
    return neighboursOf(found, 0).map(([item]) => item);
  };
  expect(await order(0)).toEqual([2, 1]);
  expect(await order(10)).toEqual([1, 2]);
});

test('keeps no pair below the least support, and no more neighbours per item than configured', async () => {
  const graph = graphOf('012', '012', '03', '4', '4', '4');
  const two = await findNeighbours(graph, { ...config, minSupport: 2 });
  expect(neighboursOf(two, 3)).toEqual([]);
  expect(neighboursOf(two, 1).map(([item]) => item)).toEqual([2, 0]);
  const one = await findNeighbours(graph, { ...config, perItem: 1 });
  expect(neighboursOf(one, 1).map(([item]) => item)).toEqual([2]);
});

test('a very long history counts by a part that the seed chooses, all others count whole', () => {
  const graph = graphOf('0123456789', '01', '23');
  const limited = limitHistories(graph, 4, 1);
  expect(neighborsOf(limited.userItems, 0)).toHaveLength(4);
  expect(neighborsOf(limited.userItems, 2)).toEqual(neighborsOf(graph.userItems, 2));
  expect(limited.numItems).toBe(10);
  expect(limitHistories(graph, 4, 1)).toEqual(limited);
  const chosen = Array.from({ length: 40 }, (_, seed) => [
    ...neighborsOf(limitHistories(graph, 4, seed).userItems, 0),
  ]);
  expect(new Set(chosen.flat()).size).toBe(10);
  expect(limitHistories(graph, 10, 1)).toBe(graph);
});
