/** @file The only file that names the contracts. The build replaces it with plain types. */
export type * from '@kindred/contracts';
