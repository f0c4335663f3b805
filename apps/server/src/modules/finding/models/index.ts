export type { TrainingProgress } from '@kindred/recommender';
export { startFirstTraining } from './first-training.ts';
export type { ModelRecord } from './model.ts';
export { loadActiveModel, loadModel } from './model-host.ts';
export { offerTraining, type TrainingOffer } from './model-jobs.ts';
export { findModel, listModels } from './model-repository.ts';
export { createModelsModule } from './models-module.ts';
export { promoteModel, shadowModel, UnusableModelError } from './promote-model.ts';
export { type TrainingOutcome, trainModel } from './train-model.ts';
