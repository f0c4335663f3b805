export { loadArtefact, saveArtefact } from './artefact/artefact.ts';
export { type BenchmarkResult, benchmark, benchmarkModels } from './benchmark/benchmark.ts';
export { InteractionFileError } from './benchmark/interaction-file.ts';
export { hashInteractions, type Interactions, InteractionsBuilder } from './interactions/interactions.ts';
export type { ModelKind } from './models/model-kind.ts';
export { modelKindNamed, modelKinds } from './models/model-kinds.ts';
export type { Candidate } from './pipeline/candidate.ts';
export { diversify, type Spread } from './pipeline/diversify.ts';
export { fuseRankings } from './pipeline/fuse-rankings.ts';
export { interleave } from './pipeline/interleave.ts';
export { effectiveNumber, reachOf, shelfLength, vary } from './pipeline/vary.ts';
export { createRecommender } from './serving/recommender.ts';
export type { RecommenderModel, ScoredItem, WeightedItem } from './serving/recommender-model.ts';
export {
  type ModelReport,
  NothingToTestError,
  type TrainingProgress,
  trainRecommender,
} from './training/train-recommender.ts';
