import { afterEach, describe, expect, it } from 'vitest';
import type { BipartiteGraph } from '../graph/bipartite-graph.ts';
import { hasEdge } from '../graph/csr.ts';
import { normalizedAdjacency } from '../graph/normalized-adjacency.ts';
import type { LossBatch } from '../losses/loss-batch.ts';
import { lightGCNReference } from '../nn/light-gcn-reference.ts';
import type { NormalizedAdjacency } from '../tensor/normalized-adjacency.ts';
import { createRandom } from '../tensor/random.ts';
import { randomGraph } from '../testing/random-graph.ts';
import { randomMatrix, relativeError } from '../testing/random-matrix.ts';
import { allocateBatchBuffers, type BatchBuffers } from './batch-buffers.ts';
import { BatchSampler } from './batch-sampler.ts';
import { completeConfig, type LightGCNConfig } from './light-gcn-config.ts';
import { LightGCNEngine } from './light-gcn-engine.ts';

const DIM = 20;

let engine: LightGCNEngine | undefined;
afterEach(() => engine?.dispose());

async function prepare(partial: Partial<LightGCNConfig>, threads: number) {
  const config = completeConfig({ embeddingDim: DIM, l2: 0.3, ...partial });
  const graph = randomGraph(40, 25, 200, 11);
  const sampler = new BatchSampler({
    graph,
    batchSize: 64,
    negatives: config.loss.kind === 'bpr' ? 'per-pair' : { shared: 16 },
    popularityExponent: 0.5,
    random: createRandom(5),
  });
  const table = randomMatrix(graph.numNodes, DIM, 9, 0.5);
  const { capacity, numShared } = sampler;
  engine = await LightGCNEngine.start({ graph, config, table, threads, capacity, numShared });
  const buffers = allocateBatchBuffers(engine.heap, capacity);
  sampler.shuffle();
  return {
    engine,
    config,
    graph,
    table: Float64Array.from(table.data),
    buffers,
    batch: sampler.fill(0, buffers),
  };
}

interface Objective {
  readonly graph: BipartiteGraph;
  readonly adjacency: NormalizedAdjacency;
  readonly config: LightGCNConfig;
  readonly batch: LossBatch;
  readonly buffers: BatchBuffers;
}

/** The whole objective in float64, from the formulas: propagation, loss of each pair, L2. */
function objective(
  { graph, adjacency, config, batch, buffers }: Objective,
  table: Float64Array,
): { loss: number; l2: number } {
  const output = lightGCNReference(adjacency, table, DIM, config.numLayers);
  const rowOfNode = (data: Float64Array, slot: number) => {
    const node = buffers.nodes[slot]!;
    return data.subarray(node * DIM, node * DIM + DIM);
  };
  const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, c) => sum + x * b[c]!, 0);
  const { loss: kind } = config;
  const score = (u: number, i: number) => {
    const [a, b] = [rowOfNode(output, u), rowOfNode(output, i)];
    const isCosine = kind.kind === 'sampled-softmax' && kind.similarity === 'cosine';
    return isCosine ? dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)) : dot(a, b);
  };

  let loss = 0;
  for (let u = 0; u < batch.numUsers; u++) {
    const [from, to] = [buffers.edgePointers[u]!, buffers.edgePointers[u + 1]!];
    if (kind.kind === 'bpr') {
      for (let e = from; e < to; e += 2) {
        loss += Math.log1p(Math.exp(score(u, buffers.edgeItems[e + 1]!) - score(u, buffers.edgeItems[e]!)));
      }
      continue;
    }
    let negatives = 0;
    for (let j = batch.numUsers; j < batch.numUsers + batch.numNegatives; j++) {
      const isPositive = hasEdge(graph.userItems, buffers.nodes[u]!, buffers.nodes[j]! - graph.numUsers);
      if (!isPositive) negatives += Math.exp(score(u, j) / kind.temperature);
    }
    for (let e = from; e < to; e++) {
      const positive = Math.exp(score(u, buffers.edgeItems[e]!) / kind.temperature);
      loss -= Math.log(positive / (positive + negatives));
    }
  }
  let l2 = 0;
  for (let slot = 0; slot < batch.numSlots; slot++) {
    const row = rowOfNode(table, slot);
    l2 += (config.l2 / 2) * buffers.weights[slot]! * dot(row, row);
  }
  return { loss: loss / batch.numPairs, l2 };
}

describe("LightGCN's gradient", { timeout: 30_000 }, () => {
  const softmax = (similarity: 'cosine' | 'dot') =>
    ({ kind: 'sampled-softmax', similarity, temperature: 0.4 }) as const;
  it.each([
    { name: 'BPR, 3 layers', config: { loss: { kind: 'bpr' } as const }, threads: 2 },
    { name: 'BPR, 1 layer', config: { loss: { kind: 'bpr' } as const, numLayers: 1 }, threads: 1 },
    { name: 'BPR, no layer', config: { loss: { kind: 'bpr' } as const, numLayers: 0 }, threads: 1 },
    { name: 'softmax of dot products, 2 layers', config: { loss: softmax('dot'), numLayers: 2 }, threads: 2 },
    { name: 'softmax of cosines, 3 layers', config: { loss: softmax('cosine') }, threads: 2 },
    { name: 'softmax of cosines, 4 layers', config: { loss: softmax('cosine'), numLayers: 4 }, threads: 1 },
  ])('is that of finite differences: $name, $threads threads', async ({ config: partial, threads }) => {
    const { engine, table, ...rest } = await prepare(partial, threads);
    const inputs = { ...rest, adjacency: normalizedAdjacency(rest.graph) };

    const { loss, gradient } = await engine.gradient(rest.batch);

    expect(loss).toBeCloseTo(objective(inputs, table).loss, 5);
    const total = (x: Float64Array) => {
      const { loss, l2 } = objective(inputs, x);
      return loss + l2;
    };
    const random = createRandom(1);
    const sampled = Array.from({ length: 60 }, () => random.below(table.length));
    const expected = sampled.map((j) => {
      const [up, down] = [table.slice(), table.slice()];
      up[j]! += 1e-5;
      down[j]! -= 1e-5;
      return (total(up) - total(down)) / 2e-5;
    });
    const actual = Float32Array.from(sampled, (j) => gradient.data[j]!);
    expect(Math.max(...expected.map(Math.abs))).toBeGreaterThan(1e-3);
    expect(relativeError(actual, expected)).toBeLessThan(1e-5);
  });
});
