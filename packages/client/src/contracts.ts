/** @file The only file that names the contracts: where the package is built, plain types take its place. */
export type * from '@kindred/contracts';
