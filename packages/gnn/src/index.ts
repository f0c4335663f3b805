/** @file Graph learning for recommendation: bipartite graphs, LightGCN, exact top-K, ranking metrics, safetensors. */
export { CheckpointError } from './checkpoint/checkpoint-error.ts';
export { type Checkpoint, parseSafetensors, readSafetensors } from './checkpoint/read-safetensors.ts';
export type { Tensor } from './checkpoint/tensor.ts';
export { writeSafetensors } from './checkpoint/write-safetensors.ts';
export {
  type BipartiteGraph,
  buildBipartiteGraph,
  type Edges,
  interactionsOf,
} from './graph/bipartite-graph.ts';
export { type Csr, degreeOf, hasEdge, neighborsOf } from './graph/csr.ts';
export { describeGraph, type GraphReport } from './graph/graph-report.ts';
export { splitInteractions } from './graph/split-interactions.ts';
export { TopKIndex } from './index/top-k-index.ts';
export { evaluateRanking, type Ranker } from './metrics/evaluate-ranking.ts';
export type { RankingMetrics } from './metrics/ranking-metrics.ts';
export { createEmbeddingRanker } from './models/embedding-ranker.ts';
export type { LightGCN } from './models/light-gcn.ts';
export { createPopularityRanker } from './models/popularity.ts';
export { createMatrix, type Matrix, rowOf, selectRows } from './tensor/matrix.ts';
export { createRandom } from './tensor/random.ts';
export type { LightGCNConfig } from './training/light-gcn-config.ts';
export { type EpochProgress, type TrainResult, trainLightGCN } from './training/train-light-gcn.ts';
