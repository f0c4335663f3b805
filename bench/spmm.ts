import { type BipartiteGraph, createMatrix, createRandom, type Matrix, selectRows } from '@kindred/gnn';
import {
  countGatherMisses,
  invertOrder,
  localityOrder,
  reorderGraph,
} from '../packages/gnn/src/graph/locality-order.ts';
import { normalizedAdjacency } from '../packages/gnn/src/graph/normalized-adjacency.ts';
import { propagateReference } from '../packages/gnn/src/kernels/propagate/reference.ts';
import { createPropagator } from '../packages/gnn/src/kernels/propagate/wasm.ts';
import { SharedHeap } from '../packages/gnn/src/kernels/shared-heap.ts';
import type { NormalizedAdjacency } from '../packages/gnn/src/tensor/normalized-adjacency.ts';
import { type BenchmarkReport, type Contender, runContest } from './contest.ts';
import { readDataset } from './light-gcn-data.ts';
import { multiplyUnrolled } from './spmm-javascript.ts';
import { TorchPeer } from './torch-peer.ts';

const COLUMNS = 64;
const THREADS = 2;
const ROUNDS = 9;
const TOLERANCE = 1e-5;
/** 64 bytes each: from a quarter of a megabyte to a whole one. */
const CACHE_LINES = [4096, 8192, 16384];

/** Y = S A S X on gowalla's graph, the product that takes most of LightGCN's time. */
export const spmmBenchmark = {
  summary:
    "sparse x dense product on gowalla's graph, 64 columns, 2 threads: WebAssembly, JavaScript, PyTorch",

  async run(): Promise<BenchmarkReport> {
    const graph = readDataset('gowalla').train;
    const adjacency = normalizedAdjacency(graph);
    const random = createRandom(1);
    const x = createMatrix(adjacency.numNodes, COLUMNS);
    for (let j = 0; j < x.data.length; j++) x.data[j] = random.normal();
    const values = edgeWeights(adjacency);
    const unrolled = new Float32Array(x.data.length);

    // As in training: the graph is renumbered for locality once, and everything afterwards uses this order.
    const started = performance.now();
    const order = await localityOrder(graph);
    const reorderedGraph = reorderGraph(graph, order);
    const reordered = normalizedAdjacency(reorderedGraph);
    const orderingMs = performance.now() - started;
    const newNode = invertOrder(order);
    const propagator = await createPropagator(new SharedHeap(), reordered, COLUMNS, THREADS);
    propagator.write(selectRows(x, order));
    const startTorch = (of: NormalizedAdjacency, matrix: Matrix) =>
      TorchPeer.start(
        'spmm.py',
        { rowPointers: of.rowPointers, columns: of.columns, values: edgeWeights(of), x: matrix.data },
        { threads: THREADS, columns: COLUMNS },
      );
    const torch = await startTorch(adjacency, x);
    const torchReordered =
      torch instanceof TorchPeer ? await startTorch(reordered, selectRows(x, order)) : torch;
    try {
      const contenders: Contender[] = [
        { name: `Kindred: WebAssembly SIMD, ${THREADS} threads`, run: () => propagator.run() },
        {
          name: 'JavaScript: eight columns at a time',
          run: () => multiplyUnrolled(adjacency, values, x, unrolled),
        },
        { name: 'JavaScript: the reference kernel', run: () => void propagateReference(adjacency, x) },
      ];
      if (torch instanceof TorchPeer)
        contenders.push({ name: `${torch.version}: CSR`, run: () => torch.run() });
      if (torchReordered instanceof TorchPeer)
        contenders.push({ name: 'the same, on the graph in our order', run: () => torchReordered.run() });
      const measurements = await runContest(contenders, ROUNDS);

      const expected = propagateReference(adjacency, x).data;
      const results: [string, Float32Array][] = [
        ['WebAssembly', selectRows(propagator.read(), newNode).data],
        ['unrolled JavaScript', unrolled],
      ];
      if (torch instanceof TorchPeer) results.push(['PyTorch', await torch.result()]);
      if (torchReordered instanceof TorchPeer) {
        const result = createMatrix(x.rows, COLUMNS, await torchReordered.result());
        results.push(['PyTorch in our order', selectRows(result, newNode).data]);
      }
      return {
        name: 'spmm',
        setting: `${adjacency.numNodes} nodes, ${adjacency.columns.length} entries, ${COLUMNS} columns, float32`,
        rounds: ROUNDS,
        measurements,
        notes: [
          `Renumbering the graph for locality took ${orderingMs.toFixed(0)} ms, once.`,
          ...CACHE_LINES.map(
            (lines) =>
              `Of the gathers, a cache of ${lines} lines misses ${missShare(graph, lines)} in the graph's own order, ${missShare(reorderedGraph, lines)} in ours.`,
          ),
        ],
        absent: torch instanceof TorchPeer ? [] : [torch],
        disagreements: results
          .map(([name, result]) => ({ name, error: largestDifference(result, expected) }))
          .filter(({ error }) => !(error <= TOLERANCE))
          .map(({ name, error }) => `${name} differs from the reference kernel by ${error}.`),
      };
    } finally {
      await propagator.dispose();
      for (const peer of [torch, torchReordered]) if (peer instanceof TorchPeer) await peer.stop();
    }
  },
};

/** Returns the values for a CSR matrix with values. */
export function edgeWeights({
  numNodes,
  rowPointers,
  columns,
  inverseRootDegrees,
}: NormalizedAdjacency): Float32Array {
  const weights = new Float32Array(columns.length);
  for (let r = 0; r < numNodes; r++) {
    for (let p = rowPointers[r]!; p < rowPointers[r + 1]!; p++) {
      weights[p] = inverseRootDegrees[r]! * inverseRootDegrees[columns[p]!]!;
    }
  }
  return weights;
}

function missShare(graph: BipartiteGraph, lines: number): string {
  return `${((100 * countGatherMisses(graph, lines)) / (2 * graph.numInteractions)).toFixed(1)} %`;
}

function largestDifference(actual: Float32Array, expected: Float32Array): number {
  let difference = actual.length === expected.length ? 0 : Number.POSITIVE_INFINITY;
  for (let j = 0; j < expected.length; j++)
    difference = Math.max(difference, Math.abs(actual[j]! - expected[j]!));
  return difference;
}
