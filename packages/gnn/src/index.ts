/** @file Graph learning for recommendation: bipartite graphs, LightGCN, exact top-K, ranking metrics, safetensors. */
export { CheckpointError } from './checkpoint/checkpoint-error.ts';
export {
  type Checkpoint,
  parseSafetensors,
  type ReadOptions,
  readSafetensors,
} from './checkpoint/read-safetensors.ts';
export type { Tensor } from './checkpoint/tensor.ts';
export { encodeSafetensors, writeSafetensors } from './checkpoint/write-safetensors.ts';
export {
  type BipartiteGraph,
  buildBipartiteGraph,
  type Interactions,
  interactionsOf,
} from './graph/bipartite-graph.ts';
export { type Csr, degreeOf, hasEdge, neighborsOf, transpose } from './graph/csr.ts';
export { type DegreeReport, describeGraph, type GraphReport } from './graph/graph-report.ts';
export { countGatherMisses, invertOrder, localityOrder, reorderGraph } from './graph/locality-order.ts';
export { normalizedAdjacency } from './graph/normalized-adjacency.ts';
export {
  type SpectralEmbedding,
  type SpectralOptions,
  spectralEmbedding,
} from './graph/spectral-embedding.ts';
export { type Split, type SplitOptions, splitInteractions } from './graph/split-interactions.ts';
export { type BatchSearchOptions, type SearchOptions, TopKIndex } from './index/top-k-index.ts';
export { loadKernelModule } from './kernels/load-kernels.ts';
export { propagateReference } from './kernels/propagate/reference.ts';
export { createPropagator, type Propagator } from './kernels/propagate/wasm.ts';
export { SharedHeap } from './kernels/shared-heap.ts';
export { type TopKList, topKReference } from './kernels/top-k/reference.ts';
export type { LossConfig } from './losses/loss-config.ts';
export { type EvaluationOptions, evaluateRanking, type Ranker } from './metrics/evaluate-ranking.ts';
export { giniOf, type RankingMetrics, RankingTally } from './metrics/ranking-metrics.ts';
export { createEmbeddingRanker } from './models/embedding-ranker.ts';
export { foldIn, LightGCN, type LightGCNEmbeddings } from './models/light-gcn.ts';
export { createPopularityRanker } from './models/popularity.ts';
export { createMatrix, type Matrix, rowOf, selectRows } from './tensor/matrix.ts';
export type { NormalizedAdjacency } from './tensor/normalized-adjacency.ts';
export { createRandom, type Random } from './tensor/random.ts';
export { allocateBatchBuffers, type BatchBuffers, type BatchCapacity } from './training/batch-buffers.ts';
export { BatchSampler, type BatchSamplerOptions } from './training/batch-sampler.ts';
export { type EmbedOptions, embedGraph } from './training/embed-graph.ts';
export { completeConfig, LIGHT_GCN_DEFAULTS, type LightGCNConfig } from './training/light-gcn-config.ts';
export { type EngineOptions, LightGCNEngine } from './training/light-gcn-engine.ts';
export {
  type EpochRecord,
  type TrainingProgress,
  type TrainOptions,
  type TrainResult,
  trainLightGCN,
  type Validation,
} from './training/train-light-gcn.ts';
