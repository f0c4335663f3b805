import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestsOutcome {
  readonly passed: number;
  /** `file › test` for each test that ran and failed. */
  readonly failed: readonly string[];
  /** The start of each failure's message. */
  readonly messages: readonly string[];
  /** Files that could not run, so the state of their tests is unknown. */
  readonly broken: readonly string[];
  readonly output: string;
}

/** The part of Vitest's JSON report that is used here. */
interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[];
    }[];
  }[];
}

interface RunOptions {
  readonly signal: AbortSignal;
  /** Options for Vitest, such as `--bail=1`, which stops at the first failure. */
  readonly options?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The limit for a run, because a fault may cause an endless loop. */
  readonly longestMs?: number;
}

/** Runs test files of a tree, one after another. */
export async function runTests(
  tree: string,
  files: readonly string[],
  { signal, options = [], env = {}, longestMs = 10 * 60_000 }: RunOptions,
): Promise<TestsOutcome> {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-report-'));
  const report = join(folder, 'report.json');
  const args = [
    join(tree, 'node_modules/vitest/vitest.mjs'),
    ...['run', '--maxWorkers=1', '--reporter=json', `--outputFile=${report}`],
    ...options,
    ...files,
  ];
  try {
    const output = await outputOf(args, { cwd: tree, env, longestMs, signal });
    if (!existsSync(report)) return { passed: 0, failed: [], messages: [], broken: files, output };
    return { ...readReport(JSON.parse(readFileSync(report, 'utf8')), tree), output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport({ numPassedTests, testResults }: Report, tree: string): Omit<TestsOutcome, 'output'> {
  const nameOf = (file: string) => file.replace(`${tree}/`, '');
  const failures = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.filter(hasFailed).map(({ fullName, failureMessages = [] }) => ({
      test: `${nameOf(name)} › ${fullName}`,
      message: beginningOf(failureMessages.join('\n')),
    })),
  );
  return {
    passed: numPassedTests,
    failed: failures.map(({ test }) => test),
    messages: failures.map(({ message }) => message),
    broken: testResults
      .filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some(hasFailed))
      .map(({ name, message }) => `${nameOf(name)}: ${message.split('\n')[0]}`),
  };
}

/** Returns enough of a long message to see what the test expected. */
const beginningOf = (message: string): string => message.split('\n').slice(0, 3).join(' ').slice(0, 400);

const hasFailed = ({ status }: { status: string }) => status === 'failed';

function outputOf(
  args: readonly string[],
  { cwd, env: more, longestMs, signal }: Required<Omit<RunOptions, 'options'>> & { cwd: string },
): Promise<string> {
  // Starts a separate run, not a worker of a surrounding run.
  const { VITEST, VITEST_POOL_ID, VITEST_WORKER_ID, VITEST_MODE, NODE_ENV, ...env } = process.env;
  const child = spawn(process.execPath, [...args], {
    cwd,
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: AbortSignal.any([signal, AbortSignal.timeout(longestMs)]),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      if (signal.aborted || error.name !== 'AbortError') reject(error);
    });
    child.once('close', () => resolve(output));
  });
}
