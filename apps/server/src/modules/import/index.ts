export type { ImportCounters } from './checkpoint.ts';
export { importMeta } from './import-meta.ts';
export { importReviews } from './import-reviews.ts';
export type { FileSummary, ImportOptions, ImportProgress, ImportSummary } from './run-import.ts';
