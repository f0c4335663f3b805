export { type DatasetFile, type FileKind, fileKinds } from './amazon-2023.ts';
export { FetchError, UnknownCategoryError } from './fetch-error.ts';
export { type FetchProgress, type FetchSummary, fetchAmazon2023, listAmazon2023 } from './fetch-files.ts';
