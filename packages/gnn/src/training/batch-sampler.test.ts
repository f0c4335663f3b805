import { describe, expect, it } from 'vitest';
import { type BipartiteGraph, buildBipartiteGraph } from '../graph/bipartite-graph.ts';
import { degreeOf, hasEdge } from '../graph/csr.ts';
import { SharedHeap } from '../kernels/shared-heap.ts';
import { createRandom } from '../tensor/random.ts';
import { randomGraph } from '../testing/random-graph.ts';
import { allocateBatchBuffers } from './batch-buffers.ts';
import { BatchSampler, type BatchSamplerOptions } from './batch-sampler.ts';
import { createNegativeSampler } from './negative-sampler.ts';

function prepare(graph: BipartiteGraph, negatives: BatchSamplerOptions['negatives'], batchSize: number) {
  const sampler = new BatchSampler({
    graph,
    batchSize,
    negatives,
    popularityExponent: 0,
    random: createRandom(3),
  });
  return { sampler, buffers: allocateBatchBuffers(new SharedHeap(), sampler.capacity) };
}

describe('batches', () => {
  it.each([{ negatives: 'per-pair' } as const, { negatives: { shared: 20 } } as const])(
    'cover every interaction once an epoch, with negatives $negatives',
    ({ negatives }) => {
      const graph = randomGraph(50, 40, 500, 1);
      const { sampler, buffers } = prepare(graph, negatives, 64);
      const seen = new Set<string>();
      sampler.shuffle();
      for (let b = 0; b < sampler.numBatches; b++) {
        const batch = sampler.fill(b, buffers);
        const numEdges = buffers.edgePointers[batch.numUsers]!;
        for (let e = 0; e < numEdges; e += negatives === 'per-pair' ? 2 : 1) {
          const user = buffers.nodes[buffers.edgeUsers[e]!]!;
          const item = buffers.nodes[buffers.edgeItems[e]!]! - graph.numUsers;
          expect(hasEdge(graph.userItems, user, item)).toBe(true);
          seen.add(`${user} ${item}`);
        }
      }
      expect(seen.size).toBe(graph.numInteractions);
    },
  );

  it('draw an interaction as often as its weight says', () => {
    const graph = buildBipartiteGraph({
      users: Int32Array.of(0, 1, 1, 2),
      items: Int32Array.of(0, 1, 0, 1),
      weights: Float32Array.of(1, 4, 2, 1),
    });
    const { sampler, buffers } = prepare(graph, { shared: 16 }, 4);
    const drawn = new Map<string, number>();
    for (let epoch = 0; epoch < 500; epoch++) {
      sampler.shuffle();
      const { numPairs } = sampler.fill(0, buffers);
      for (let e = 0; e < numPairs; e++) {
        const pair = `${buffers.nodes[buffers.edgeUsers[e]!]} ${buffers.nodes[buffers.edgeItems[e]!]! - 3}`;
        drawn.set(pair, (drawn.get(pair) ?? 0) + 1);
      }
    }
    const share = (pair: string) => drawn.get(pair)! / 2_000;
    expect(share('0 0')).toBeCloseTo(1 / 8, 1);
    expect(share('1 0')).toBeCloseTo(2 / 8, 1);
    expect(share('1 1')).toBeCloseTo(4 / 8, 1);
  });

  it('list each edge under its user and under its item', () => {
    const graph = randomGraph(50, 40, 500, 2);
    const { sampler, buffers } = prepare(graph, 'per-pair', 100);
    sampler.shuffle();
    const { numUsers, numSlots, numPairs } = sampler.fill(0, buffers);
    const byItem: number[] = [];
    for (let i = 0; i < numSlots - numUsers; i++) {
      for (let p = buffers.itemEdgePointers[i]!; p < buffers.itemEdgePointers[i + 1]!; p++) {
        expect(buffers.edgeItems[buffers.itemEdges[p]!]).toBe(numUsers + i);
        byItem.push(buffers.itemEdges[p]!);
      }
    }
    expect(byItem.sort((a, b) => a - b)).toEqual(Array.from({ length: 2 * numPairs }, (_, e) => e));
    const total = buffers.weights.subarray(0, numSlots).reduce((sum, weight) => sum + weight, 0);
    expect(total).toBeCloseTo(3, 4);
    expect(new Set(buffers.nodes.subarray(0, numSlots)).size).toBe(numSlots);
  });

  it('mask exactly the shared negatives that a user knows', () => {
    const graph = randomGraph(30, 20, 300, 3);
    const { sampler, buffers } = prepare(graph, { shared: 48 }, 80);
    sampler.shuffle();
    const { numUsers, numNegatives } = sampler.fill(1, buffers);
    expect(numNegatives).toBe(48);
    for (let u = 0; u < numUsers; u++) {
      const masked = buffers.maskNegatives.subarray(buffers.maskPointers[u], buffers.maskPointers[u + 1]);
      const expected = Array.from({ length: 48 }, (_, j) => j).filter((j) =>
        hasEdge(graph.userItems, buffers.nodes[u]!, buffers.nodes[numUsers + j]! - graph.numUsers),
      );
      expect([...masked].sort((a, b) => a - b)).toEqual(expected);
    }
  });
});

describe('negatives', () => {
  it("are never the user's own items, unless the user has them all", () => {
    const graph = buildBipartiteGraph({
      users: Int32Array.of(0, 0, 1, 1, 1),
      items: Int32Array.of(0, 1, 0, 1, 2),
    });
    const sampler = createNegativeSampler(graph, 0.75, createRandom(1));
    expect(new Set(Array.from({ length: 50 }, () => sampler.drawFor(0)))).toEqual(new Set([2]));
    expect([0, 1, 2]).toContain(sampler.drawFor(1));
  });

  it.each([0, 0.5, 1])('are drawn in proportion to degree to the power of %s', (exponent) => {
    const graph = randomGraph(200, 10, 900, 6);
    const sampler = createNegativeSampler(graph, exponent, createRandom(2));
    const draws = 40_000;
    const counts = new Float64Array(10);
    for (let n = 0; n < draws; n++) counts[sampler.drawItem()]!++;
    const weights = Array.from({ length: 10 }, (_, i) => degreeOf(graph.itemUsers, i) ** exponent);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    weights.forEach((weight, i) => {
      const p = weight / total;
      expect(Math.abs(counts[i]! / draws - p)).toBeLessThan(5 * Math.sqrt((p * (1 - p)) / draws));
    });
  });
});
