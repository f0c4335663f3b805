export { queueAttribution, queueTakeBack } from './analytics-jobs.ts';
export { createAnalyticsModule } from './analytics-module.ts';
export { noteLogin } from './attribution-repository.ts';
export { exportInteractions } from './export-interactions.ts';
