import { type BipartiteGraph, createMatrix, createRandom, type Matrix, selectRows } from '@kindred/gnn';
import { localityOrder, reorderGraph } from '../packages/gnn/src/graph/locality-order.ts';
import { normalizedAdjacency } from '../packages/gnn/src/graph/normalized-adjacency.ts';
import { allocateBatchBuffers } from '../packages/gnn/src/training/batch-buffers.ts';
import { BatchSampler } from '../packages/gnn/src/training/batch-sampler.ts';
import { completeConfig } from '../packages/gnn/src/training/light-gcn-config.ts';
import { LightGCNEngine } from '../packages/gnn/src/training/light-gcn-engine.ts';
import { type BenchmarkReport, type Contender, runContest } from './contest.ts';
import { readDataset } from './light-gcn-data.ts';
import { edgeWeights } from './spmm.ts';
import { TorchPeer } from './torch-peer.ts';

const COLUMNS = 64;
const LAYERS = 3;
const BATCH = 2048;
const THREADS = 2;
const ROUNDS = 7;
const LEARNING_RATE = 1e-3;
const TOLERANCE = 1e-4;

/** A whole training step in the paper's setting: propagation, BPR on 2,048 pairs, the backward pass, Adam. The batch is always the same. */
export const lightGCNStepBenchmark = {
  summary: "a training step of LightGCN (BPR, Adam) on gowalla's graph, 2 threads: Kindred, PyTorch",

  async run(): Promise<BenchmarkReport> {
    const graph = readDataset('gowalla').train;
    const adjacency = normalizedAdjacency(graph);
    const table = randomTable(graph);
    const { engine, batch, triples } = await prepare(graph, table);
    const { rowPointers, columns } = adjacency;
    const torch = await TorchPeer.start(
      'lightgcn_step.py',
      { rowPointers, columns, values: edgeWeights(adjacency), table: table.data, ...triples },
      { threads: THREADS, columns: COLUMNS, layers: LAYERS, learningRate: LEARNING_RATE },
    );
    try {
      const losses: number[] = [];
      const torchLosses: number[] = [];
      const contenders: Contender[] = [
        {
          name: `Kindred, ${THREADS} threads`,
          run: async () => void losses.push(await engine.step(batch, LEARNING_RATE)),
        },
      ];
      if (torch instanceof TorchPeer) {
        contenders.push({
          name: torch.version,
          run: async () => {
            const elapsed = await torch.run();
            torchLosses.push((await torch.result())[0]!);
            return elapsed;
          },
        });
      }
      const measurements = await runContest(contenders, ROUNDS);
      // The faster side has done more steps. The steps that both have done must agree.
      const wrong = torchLosses
        .slice(0, losses.length)
        .findIndex((loss, step) => !(Math.abs(loss - losses[step]!) <= TOLERANCE));
      return {
        name: 'lightgcn-step',
        setting: `${graph.numNodes} nodes, ${graph.numInteractions} interactions, ${COLUMNS} columns, ${LAYERS} layers, ${BATCH} pairs`,
        rounds: ROUNDS,
        measurements,
        absent: torch instanceof TorchPeer ? [] : [torch],
        disagreements:
          wrong < 0
            ? []
            : [`PyTorch's loss of step ${wrong + 1} is ${torchLosses[wrong]}, ours ${losses[wrong]}.`],
      };
    } finally {
      await engine.dispose();
      if (torch instanceof TorchPeer) await torch.stop();
    }
  },
};

function randomTable(graph: BipartiteGraph): Matrix {
  const random = createRandom(3);
  const table = createMatrix(graph.numNodes, COLUMNS);
  for (let j = 0; j < table.data.length; j++) table.data[j] = 0.1 * random.normal();
  return table;
}

/** Prepares the engine on the graph in its order of locality, as in training, with a batch in its memory, and the same batch as triples of the graph's own nodes. */
async function prepare(given: BipartiteGraph, table: Matrix) {
  const order = await localityOrder(given);
  const graph = reorderGraph(given, order);
  const config = completeConfig({
    embeddingDim: COLUMNS,
    numLayers: LAYERS,
    batchSize: BATCH,
    loss: { kind: 'bpr' },
  });
  const sampler = new BatchSampler({
    graph,
    batchSize: BATCH,
    negatives: 'per-pair',
    popularityExponent: 0,
    random: createRandom(5),
  });
  const { capacity, numShared } = sampler;
  const engine = await LightGCNEngine.start({
    graph,
    config,
    table: selectRows(table, order),
    threads: THREADS,
    capacity,
    numShared,
  });
  const buffers = allocateBatchBuffers(engine.heap, capacity);
  sampler.shuffle();
  const batch = sampler.fill(0, buffers);
  const node = (slots: Int32Array, pair: number, side: 0 | 1) =>
    order[buffers.nodes[slots[2 * pair + side]!]!]!;
  const list = (read: (pair: number) => number) =>
    Int32Array.from({ length: batch.numPairs }, (_, pair) => read(pair));
  const triples = {
    users: list((pair) => node(buffers.edgeUsers, pair, 0)),
    positives: list((pair) => node(buffers.edgeItems, pair, 0)),
    negatives: list((pair) => node(buffers.edgeItems, pair, 1)),
  };
  return { engine, batch, triples };
}
