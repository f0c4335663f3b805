import {
  createMatrix,
  createPropagator,
  createRandom,
  type NormalizedAdjacency,
  normalizedAdjacency,
  propagateReference,
  SharedHeap,
} from '@kindred/gnn';
import { type BenchmarkReport, type Contender, runContest } from './contest.ts';
import { readDataset } from './light-gcn-data.ts';
import { multiplyUnrolled } from './spmm-javascript.ts';
import { TorchPeer } from './torch-peer.ts';

const COLUMNS = 64;
const THREADS = 2;
const ROUNDS = 9;
const TOLERANCE = 1e-5;

/** Y = S A S X on gowalla's graph, the product that LightGCN spends its time in. */
export const spmmBenchmark = {
  summary:
    "sparse x dense product on gowalla's graph, 64 columns, 2 threads: WebAssembly, JavaScript, PyTorch",

  async run(): Promise<BenchmarkReport> {
    const adjacency = normalizedAdjacency(readDataset('gowalla').train);
    const random = createRandom(1);
    const x = createMatrix(adjacency.numNodes, COLUMNS);
    for (let j = 0; j < x.data.length; j++) x.data[j] = random.normal();
    const values = edgeWeights(adjacency);
    const unrolled = new Float32Array(x.data.length);

    const propagator = await createPropagator(new SharedHeap(), adjacency, COLUMNS, THREADS);
    propagator.write(x);
    const { rowPointers, columns } = adjacency;
    const torch = await TorchPeer.start(
      'spmm.py',
      { rowPointers, columns, values, x: x.data },
      { threads: THREADS, columns: COLUMNS },
    );
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
      const measurements = await runContest(contenders, ROUNDS);

      const expected = propagateReference(adjacency, x).data;
      const results: [string, Float32Array][] = [
        ['WebAssembly', propagator.read().data],
        ['unrolled JavaScript', unrolled],
      ];
      if (torch instanceof TorchPeer) results.push(['PyTorch', await torch.result()]);
      return {
        name: 'spmm',
        setting: `${adjacency.numNodes} nodes, ${columns.length} entries, ${COLUMNS} columns, float32`,
        rounds: ROUNDS,
        measurements,
        absent: torch instanceof TorchPeer ? [] : [torch],
        disagreements: results
          .map(([name, result]) => ({ name, error: largestDifference(result, expected) }))
          .filter(({ error }) => !(error <= TOLERANCE))
          .map(({ name, error }) => `${name} differs from the reference kernel by ${error}.`),
      };
    } finally {
      await propagator.dispose();
      if (torch instanceof TorchPeer) await torch.stop();
    }
  },
};

/** The values that a CSR matrix with values needs. */
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

function largestDifference(actual: Float32Array, expected: Float32Array): number {
  let difference = actual.length === expected.length ? 0 : Number.POSITIVE_INFINITY;
  for (let j = 0; j < expected.length; j++)
    difference = Math.max(difference, Math.abs(actual[j]! - expected[j]!));
  return difference;
}
