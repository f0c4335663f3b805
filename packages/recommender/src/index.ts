export { loadArtefact, saveArtefact } from './artefact/artefact.ts';
export { hashInteractions, type Interactions, InteractionsBuilder } from './interactions/interactions.ts';
export type { Candidate, CandidateReason, CandidateSource } from './pipeline/candidate.ts';
export { diversify } from './pipeline/diversify.ts';
export { interleave } from './pipeline/interleave.ts';
export { mergeCandidates } from './pipeline/merge-candidates.ts';
export type { RecommenderModel, ScoredItem } from './serving/recommender-model.ts';
export { type BenchmarkResult, benchmark } from './training/benchmark.ts';
export { type ModelReport, type TrainingProgress, trainRecommender } from './training/train-recommender.ts';
