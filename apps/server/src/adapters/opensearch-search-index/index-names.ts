/**
 * @file `PREFIX-products-vSCHEMA` is the alias that answers; behind it stands one index of all that were built,
 * `PREFIX-products-vSCHEMA-TIME`. The schema's version is in both names: a node of a newer release builds what it needs, and one of
 * an older release never asks an index that it does not understand.
 */
import { schemaVersion } from './index-schema.ts';

export interface IndexNames {
  readonly alias: string;
  /** Of every index that this shop ever built. */
  readonly pattern: string;
  /** Where each index's place among the changes is kept. */
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
