/** @file What a run of the tests cost, and whether that is within the budget: figures and sentences, no clock and no processes. */

export interface SuiteCost {
  /** User and system, of Vitest and of all that it started and waited for. */
  readonly cpuSeconds: number;
  readonly seconds: number;
  /** What the same computation took before and after the run. */
  readonly calibrations: readonly number[];
  /** What it takes on a machine that does nothing else. */
  readonly calibrationReference: number;
  readonly budget: number;
  /** Whether all tests ran: a part of them has no budget. */
  readonly isWhole: boolean;
}

export interface Verdict {
  readonly scaledSeconds: number;
  readonly isOver: boolean;
  readonly sentence: string;
}

/** CPU seconds grow on a machine that others use, too: caches and the second thread of a core are shared. The calibrations grow with them. */
export function slownessOf(calibrations: readonly number[], reference: number): number {
  const mean = calibrations.reduce((sum, one) => sum + one, 0) / calibrations.length;
  return Math.max(1, mean / reference);
}

export function judgeCost(cost: SuiteCost): Verdict {
  const { cpuSeconds, seconds, calibrations, calibrationReference, budget, isWhole } = cost;
  const slowness = slownessOf(calibrations, calibrationReference);
  const scaledSeconds = cpuSeconds / slowness;
  const isOver = isWhole && scaledSeconds > budget;
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

/** Options that change what is written about a run and not what runs. */
const harmless =
  /^--(?:reporter|outputFile|outputFile\.\w+|maxWorkers|silent|color|no-color|hideSkippedTests)(?:=|$)/;

export function isWholeSuite(args: readonly string[]): boolean {
  return args.every((argument) => harmless.test(argument));
}
