export { type ColumnReport, describeColumns } from './frame.ts';
export { importMeta } from './import-meta.ts';
export type { ImportOptions, ImportProgress, ImportSummary, OpenedImport } from './import-plan.ts';
export { importReviews } from './import-reviews.ts';
export { importUsers } from './import-users.ts';
export { UnusableFileError } from './source.ts';
export { createThreadParser } from './thread-parser.ts';
