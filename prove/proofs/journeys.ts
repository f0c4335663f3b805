import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { findBrowser } from '../../e2e/browser.ts';
import { defineProof, type Figure } from '../proof.ts';

const root = join(import.meta.dirname, '../..');

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export const proof = defineProof({
  summary:
    'Every journey of a shopper is made in a browser by keyboard alone as well as with a pointer, on a phone and on a desk.',
  seed: 1,
  parameters: {
    hands: 'keyboard pointer',
    widths: '360 1440',
    files: 'cart checkout orders account wishlist shop-pages',
  },
  short: { hands: '', widths: '', files: '' },
  missing({ hands }) {
    if (hands === '') return 'Its short form is `npm run test:e2e`.';
    return findBrowser() === undefined ? 'It needs Chromium.' : undefined;
  },

  async run({ parameters, signal, report }) {
    const folder = mkdtempSync(join(tmpdir(), 'kindred-journeys-'));
    const figures: Record<string, Figure> = {};
    const violations: string[] = [];
    try {
      for (const hands of parameters.hands.split(' '))
        for (const width of parameters.widths.split(' ')) {
          const name = `${hands}_${width}`;
          const file = join(folder, `${name}.json`);
          await make({ hands, width, files: parameters.files.split(' '), file, signal });
          const { numPassedTests, testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report;
          figures[name] = numPassedTests;
          violations.push(...testResults.flatMap(failuresOf).map((failure) => `${name}: ${failure}`));
          report(`${name}: ${numPassedTests} journeys, ${violations.length} failures so far`);
        }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return { figures, violations };
  },
});

interface Journeys {
  readonly hands: string;
  readonly width: string;
  readonly files: readonly string[];
  /** Of Vitest's report. */
  readonly file: string;
  readonly signal: AbortSignal;
}

function make({ hands, width, files, file, signal }: Journeys): Promise<void> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const options = ['run', '--config', 'e2e/vitest.config.ts', '--reporter=json', `--outputFile.json=${file}`];
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [vitest, ...options, ...files.map((name) => `${name}.test`)],
      {
        cwd: root,
        signal,
        env: { ...process.env, JOURNEY_HANDS: hands, JOURNEY_WIDTH: width },
        maxBuffer: 1 << 28,
      },
      // Tests that fail are in the report.
      (error) => (error && error.code !== 1 ? reject(error) : resolve()),
    );
  });
}

function failuresOf({ name, status, message, assertionResults }: Report['testResults'][number]): string[] {
  const failed = assertionResults.filter((one) => one.status === 'failed');
  if (status === 'failed' && failed.length === 0) return [`${basename(name)}: ${message.slice(0, 300)}`];
  return failed.map(({ fullName }) => `${basename(name)}: ${fullName}`);
}
