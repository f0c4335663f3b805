import type { Address } from '../kernel-exports.ts';
import { shareOf, type TaskContext } from '../threads/task.ts';

/** The scratch area that each thread needs. */
export const TOP_K_SCRATCH_BYTES = 32_768;

export interface PackArgs {
  readonly rows: Address;
  readonly rowBytes: number;
  readonly dim: number;
  readonly numItems: number;
  readonly panels: Address;
}

export interface TopKArgs {
  readonly queries: Address;
  readonly numQueries: number;
  readonly panels: Address;
  readonly numItems: number;
  readonly dim: number;
  readonly excluded: Address;
  readonly excludedFrom: Address;
  readonly excludedTo: Address;
  readonly k: number;
  readonly outItems: Address;
  readonly outScores: Address;
  /** `TOP_K_SCRATCH_BYTES` for each thread. */
  readonly scratch: Address;
}

/** Exact top-K of item vectors on a pool of threads: run `packPanels` once, then `topK` any number of times. */
export const tasks = {
  packPanels(context: TaskContext, { rows, rowBytes, dim, numItems, panels }: PackArgs): void {
    const { from, to } = shareOf(context, numItems, 16);
    context.kernels.packPanels(rows, rowBytes, dim, from, to, panels);
  },

  topK(context: TaskContext, args: TopKArgs): void {
    const { from, to } = shareOf(context, args.numQueries, 16);
    context.kernels.topK(
      args.queries,
      args.dim * 4,
      from,
      to,
      args.panels,
      args.numItems,
      args.dim,
      args.excluded,
      args.excludedFrom,
      args.excludedTo,
      args.k,
      args.outItems,
      args.outScores,
      args.scratch + context.thread * TOP_K_SCRATCH_BYTES,
    );
  },
};
