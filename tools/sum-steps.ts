/** @file `node tools/sum-steps.ts STEPS`: what each step of `.ci/run` took, and whether all of them stay within the budget. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Step {
  readonly name: string;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** `lines`: a name, the seconds by the clock and those of the processors at its start, with tabs between; the last one ends the run. */
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

if (import.meta.main) {
  const steps = readSteps(readFileSync(process.argv[2]!, 'utf8'));
  const budgets = JSON.parse(readFileSync(join(import.meta.dirname, 'cpu-budget.json'), 'utf8')) as {
    ci: number;
  };
  const used = steps.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
  console.log(table(steps));
  console.log(`CI used ${used.toFixed(0)} CPU seconds of ${budgets.ci}.`);
  process.exitCode = used <= budgets.ci ? 0 : 1;
}
