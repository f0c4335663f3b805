import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runOnTerminal } from '../../e2e/pseudo-terminal.ts';
import { everyLine, lastScreen, missingParts, strangeLines } from '../../e2e/terminal-text.ts';
import { defineProof } from '../proof.ts';

const root = join(import.meta.dirname, '../..');
const document = join(root, 'docs/proofs/first-start.txt');
const built = 'apps/storefront/build';
const dataDir = '/tmp/kindred-first-start';

export const proof = defineProof({
  summary:
    'A first start shows its progress on a terminal, and then everything that the user needs, in words: docs/proofs/first-start.txt.',
  seed: 1,
  parameters: { start: 'anew', port: 3000, columns: 80, opensWithinSeconds: 120 },
  short: { start: 'as recorded' },
  missing: () => (process.platform === 'linux' ? undefined : 'It needs the `script` of util-linux.'),

  async run({ parameters, report }) {
    const { columns, port, opensWithinSeconds } = parameters;
    const url = `http://localhost:${port}`;
    const judge = (lines: readonly string[], screen: string) => [
      ...strangeLines(lines, columns),
      ...missingParts(screen, { url, dataDir }).map((part) => `the last screen does not show ${part}`),
    ];
    if (parameters.start !== 'anew') {
      const text = readFileSync(document, 'utf8');
      return { figures: { lines: text.split('\n').length }, violations: judge(text.split('\n'), text) };
    }

    const started = await startAnew({ port, columns, report });
    writeFileSync(document, started.text);
    const { raw, ...figures } = started.measured;
    const violations = judge(everyLine(raw), lastScreen(raw).join('\n'));
    if (figures.open_after_seconds > opensWithinSeconds)
      violations.push(`The shop was open after ${figures.open_after_seconds} s.`);
    return { figures, violations };
  },
});

interface Moment {
  readonly seconds: number;
  readonly raw: string;
}

/** The moments at which the proof records the terminal. */
const looks = [
  /Build of the storefront .*[45]\d %|█{8,}░+ {2}0:0\d left$/,
  /Demo catalogue {2}█{9}/,
  /Training a first model {2}█{6}/,
];

async function startAnew({
  port,
  columns,
  report,
}: {
  port: number;
  columns: number;
  report: (line: string) => void;
}) {
  rmSync(join(root, built), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 100) / 10;
  const moments: Moment[] = [];
  let nextLook = 0;
  const run = runOnTerminal('npm start', {
    cwd: root,
    columns,
    env: {
      ...Object.fromEntries(['PATH', 'HOME', 'TMPDIR'].map((name) => [name, process.env[name]])),
      PORT: String(port),
      KINDRED_DATA_DIR: dataDir,
    },
    onOutput(raw) {
      const line = lastScreen(raw).at(-1)!;
      // A quick machine may skip one of them.
      const at = looks.findIndex((look, place) => place >= nextLook && look.test(line));
      if (at < 0) return;
      moments.push({ seconds: seconds(), raw });
      nextLook = at + 1;
    },
  });
  try {
    await run.until(/Kindred is open/);
    const openAfter = seconds();
    report(`open after ${openAfter} s`);
    await run.until(/Recall@20 \d\.\d+, by popularity/);
    const trainedAfter = seconds();
    moments.push({ seconds: trainedAfter, raw: run.raw() });
    const measured = {
      raw: run.raw(),
      open_after_seconds: openAfter,
      trained_after_seconds: trainedAfter,
      ...modelFigures(),
      data_folder_mb: megabytes(dataDir),
      built_mb: megabytes(join(root, built)),
      packages_mb: megabytes(join(root, 'node_modules')),
    };
    await run.interrupt();
    const text = [
      'The terminal of a first start, after a clone and `npm ci`.',
      'Recorded by `npm run prove first-start`.',
      ...moments.flatMap(({ seconds: at, raw }) => [
        '',
        `== ${Math.round(at)} seconds`,
        '',
        '$ npm start',
        ...lastScreen(raw),
      ]),
      '',
      '== Ctrl-C',
      '',
      ...lastScreen(run.raw().slice(moments.at(-1)!.raw.length)),
    ];
    return {
      text: `${text
        .join('\n')
        .replaceAll(/\n{3,}/g, '\n\n')
        .trimEnd()}\n`,
      measured,
    };
  } finally {
    await run.interrupt();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function modelFigures() {
  const [manifest] = globSync(join(dataDir, 'models/*/manifest.json'));
  const { report } = JSON.parse(readFileSync(manifest!, 'utf8'));
  return {
    recall_at_20: report.holdout.recall as number,
    ndcg_at_20: report.holdout.ndcg as number,
    popularity_recall_at_20: report.popularity.recall as number,
    train_seconds: report.trainSeconds as number,
  };
}

/** Returns the size on the disk, in millions of bytes. */
function megabytes(path: string): number {
  const [blocks] = execFileSync('du', ['-sk', path], { encoding: 'utf8' }).split('\t');
  return Math.round((Number(blocks) * 1_024) / 1e6);
}
