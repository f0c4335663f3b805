/**
 * @file `node tools/sum-steps.ts STEPS CALIBRATIONS`: prints the cost of each step of `.ci/run`, and fails above the budget.
 * CALIBRATIONS is the file that `tools/calibrate.ts` writes while the steps run.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowanceOf, slownessOf } from './suite-cost.ts';

export interface Step {
  readonly name: string;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** `lines`: a step's name, then wall time and CPU seconds at its start, separated by tabs. The last line ends the run. */
export function readSteps(lines: string): Step[] {
  const starts = lines
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [name, seconds, cpuSeconds] = line.split('\t');
      return { name: name!, seconds: Number(seconds), cpuSeconds: Number(cpuSeconds) };
    });
  return starts.slice(0, -1).map(({ name, seconds, cpuSeconds }, index) => ({
    name,
    seconds: starts[index + 1]!.seconds - seconds,
    cpuSeconds: starts[index + 1]!.cpuSeconds - cpuSeconds,
  }));
}

export function table(steps: readonly Step[]): string {
  const sum = (of: (step: Step) => number) => steps.reduce((total, step) => total + of(step), 0);
  const all = {
    name: 'all',
    seconds: sum(({ seconds }) => seconds),
    cpuSeconds: sum(({ cpuSeconds }) => cpuSeconds),
  };
  const rows = [...steps, all].map(
    ({ name, seconds, cpuSeconds }) =>
      `${seconds.toFixed(0).padStart(7)} ${cpuSeconds.toFixed(0).padStart(7)}  ${name}`,
  );
  return ['seconds   CPU s', ...rows].join('\n');
}

interface Budgets {
  readonly ci: number;
  readonly calibrationReference: number;
}

/** `calibrations`: the times of the same computation while the steps ran, as in `suite-cost.ts`. */
export function judgeSteps(
  steps: readonly Step[],
  calibrations: readonly number[],
  budgets: Budgets,
): { sentences: string[]; isOver: boolean } {
  const slowness = slownessOf(calibrations, budgets.calibrationReference);
  const used = steps.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
  const say = (what: string, cpuSeconds: number, budget: number) => {
    const measured = slowness > 1 ? ` (${cpuSeconds.toFixed(0)} as measured)` : '';
    return `${what} used ${(cpuSeconds / slowness).toFixed(0)} of ${budget} CPU seconds${measured}.`;
  };
  return {
    sentences: [
      ...(slowness > 1
        ? [`The machine takes ${slowness.toFixed(2)} times its usual time: others use it too.`]
        : []),
      say('CI', used, budgets.ci),
    ],
    isOver: used / slowness > budgets.ci * allowanceOf(slowness),
  };
}

if (import.meta.main) {
  const [stepsFile, calibrationsFile] = process.argv.slice(2);
  const steps = readSteps(readFileSync(stepsFile!, 'utf8'));
  const budgets = JSON.parse(readFileSync(join(import.meta.dirname, 'cpu-budget.json'), 'utf8')) as Budgets;
  const calibrations = readFileSync(calibrationsFile!, 'utf8').trimEnd().split('\n').map(Number);
  const { sentences, isOver } = judgeSteps(steps, calibrations, budgets);
  console.log([table(steps), ...sentences].join('\n'));
  process.exitCode = isOver ? 1 : 0;
}
