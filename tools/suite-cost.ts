/** @file Compares the cost of a test run with the budget. Pure functions: no clock and no processes. */

export interface SuiteCost {
  /** User and system time of Vitest and of all processes that it started and waited for. */
  readonly cpuSeconds: number;
  readonly seconds: number;
  /** The times of the same computation while the tests ran. */
  readonly calibrations: readonly number[];
  /** Its time on an idle machine. */
  readonly calibrationReference: number;
  readonly budget: number;
  /** Whether all tests ran; a partial run has no budget. */
  readonly isWhole: boolean;
}

export interface Verdict {
  readonly scaledSeconds: number;
  readonly isOver: boolean;
  readonly sentence: string;
}

/** CPU seconds also grow on a shared machine, because programs share caches and the threads of a core. The calibrations grow with them. */
export function slownessOf(calibrations: readonly number[], reference: number): number {
  const mean = calibrations.reduce((sum, one) => sum + one, 0) / calibrations.length;
  return Math.max(1, mean / reference);
}

/**
 * How much of a budget may be used. The slower the machine, the less exact are scaled figures: those of one suite differed by a third within an
 * hour. So a machine that takes 1.1 times its usual time may use 1.05 times the budget, and one that takes over 1.2 times judges nothing.
 */
export const allowanceOf = (slowness: number): number =>
  slowness > 1.2 ? Number.POSITIVE_INFINITY : 1 + (slowness - 1) / 2;

export function judgeCost(cost: SuiteCost): Verdict {
  const { cpuSeconds, seconds, calibrations, calibrationReference, budget, isWhole } = cost;
  const slowness = slownessOf(calibrations, calibrationReference);
  const scaledSeconds = cpuSeconds / slowness;
  const isOver = isWhole && scaledSeconds > budget * allowanceOf(slowness);
  const raw =
    slowness > 1
      ? ` (${cpuSeconds.toFixed(1)} as measured, on a machine that takes ${slowness.toFixed(2)} times its usual time)`
      : '';
  const limit = isWhole ? ` of ${budget}` : '';
  const used = `The tests used ${scaledSeconds.toFixed(1)}${limit} CPU seconds${raw} and took ${seconds.toFixed(0)} s.`;
  const remedy =
    ' That is over the budget: look at the slowest files, share set-up, or move a long proof to `prove`.';
  return { scaledSeconds, isOver, sentence: isOver ? used + remedy : used };
}

/** Options that change the report of a run, but not what runs. */
const harmless =
  /^--(?:reporter|outputFile|outputFile\.\w+|maxWorkers|silent|color|no-color|hideSkippedTests)(?:=|$)/;

export function isWholeSuite(args: readonly string[]): boolean {
  return args.every((argument) => harmless.test(argument));
}
