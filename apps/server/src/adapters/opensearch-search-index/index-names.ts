/**
 * @file Searches ask the alias `PREFIX-products-vSCHEMA`. It points to one of the indices that were built,
 * `PREFIX-products-vSCHEMA-TIME`. Both names contain the version of the schema. So a node of a newer release builds the index that it
 * needs, and a node of an older release never asks an index that it does not understand.
 */
import { schemaVersion } from './index-schema.ts';

export interface IndexNames {
  readonly alias: string;
  /** Matches every index that this shop ever built. */
  readonly pattern: string;
  /** The index that stores the position of each index. */
  readonly positions: string;
  next(now: Date): string;
}

export function createIndexNames(prefix: string): IndexNames {
  const alias = `${prefix}-products-v${schemaVersion}`;
  return {
    alias,
    pattern: `${prefix}-products-v*`,
    positions: `${prefix}-positions`,
    next: (now) => `${alias}-${now.toISOString().replace(/\D/g, '')}`,
  };
}
