export { importMeta } from './import-meta.ts';
export { importReviews } from './import-reviews.ts';
export type { ImportOptions, ImportProgress, ImportSummary } from './run-import.ts';
export { UnusableFileError } from './source.ts';
