/**
 * @file `npm test`: builds what is stale, runs Vitest with the given arguments, prints the cost, and fails when the whole suite exceeds
 * its budget. `--database` runs only the server's tests that reach a database.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, targetsOf } from './build.ts';
import { sampleSpeed } from './calibrate.ts';
import { findDatabaseTests } from './database-tests.ts';
import { isWholeSuite, judgeCost } from './suite-cost.ts';

const root = join(import.meta.dirname, '..');

interface Budgets {
  readonly suite: number;
  readonly calibrationReference: number;
}

/** Returns the CPU time of all ended child processes and theirs; undefined if the system does not report it. */
function cpuSecondsOfChildren(): number | undefined {
  if (!existsSync('/proc/self/stat')) return undefined;
  const stat = readFileSync('/proc/self/stat', 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticksPerSecond = 100;
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}

async function runVitest(args: readonly string[]): Promise<number> {
  const vitest = join(createRequire(import.meta.url).resolve('vitest/package.json'), '../vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'), ...process.env },
  });
  // Ctrl+C reaches Vitest directly; we wait for its end.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill());
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

function argumentsFor(given: readonly string[]): string[] {
  const names = (option: string) => given.some((argument) => argument.startsWith(option));
  const chosen = given.filter((argument) => argument !== '--database');
  return [
    ...(given.includes('--database') ? ['--project', 'server', ...findDatabaseTests()] : []),
    ...chosen,
    // Two workers pay off even on two cores, because they wait for databases and child processes.
    ...(names('--maxWorkers') ? [] : [`--maxWorkers=${Math.max(2, availableParallelism() - 1)}`]),
    ...(names('--reporter') ? [] : ['--reporter=default']),
    `--reporter=${join(import.meta.dirname, 'slowest-files.ts')}`,
  ];
}

const given = process.argv.slice(2);
try {
  await build(targetsOf({ ifStale: true }));
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
const budgets = JSON.parse(readFileSync(join(import.meta.dirname, 'cpu-budget.json'), 'utf8')) as Budgets;
const speed = sampleSpeed();
const cpuBefore = cpuSecondsOfChildren();
const started = performance.now();
const code = await runVitest(argumentsFor(given));
const seconds = (performance.now() - started) / 1000;
const cpuAfter = cpuSecondsOfChildren();
const calibrations = speed.stop();
process.exitCode = code;
if (cpuBefore === undefined || cpuAfter === undefined)
  console.log('What the tests cost is not known: this system does not say what ended processes have used.');
else {
  const verdict = judgeCost({
    cpuSeconds: cpuAfter - cpuBefore,
    seconds,
    calibrations,
    calibrationReference: budgets.calibrationReference,
    budget: budgets.suite,
    isWhole: isWholeSuite(given),
  });
  console.log(verdict.sentence);
  // CI prints it again at its end.
  if (process.env.SUITE_COST_FILE !== undefined)
    writeFileSync(process.env.SUITE_COST_FILE, `${verdict.sentence}\n`);
  if (verdict.isOver) process.exitCode = 1;
}
