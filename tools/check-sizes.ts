/** @file Limits the size of files, so that each can be read at once. A long file usually holds two ideas. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const most = { median: 52, p95: 209, longest: 320 };

const isTest = (file: string): boolean =>
  /\.test\.tsx?$|\.contract\.ts$|\.d\.ts$|\/(testing|build|dist|node_modules|\.react-router)\//.test(file);
/** The demo's drawings are data that a program wrote down. They would hide how long the product's files are. */
const isDrawing = (file: string): boolean => file.startsWith('demo/src/drawings/');

const files = globSync(
  [
    'apps/*/{src,app}/**/*.{ts,tsx}',
    'packages/*/src/**/*.{ts,tsx}',
    '{tools,bench,prove,examples,demo}/**/*.ts',
  ],
  { cwd: root, exclude: (name) => String(name).endsWith('node_modules') },
)
  .filter((file) => !isTest(file) && !isDrawing(file))
  .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
  .sort((a, b) => a.lines - b.lines);

const at = (share: number): number => files[Math.floor((files.length - 1) * share)]!.lines;
const found = { median: at(0.5), p95: at(0.95) };
const problems = [
  ...(['median', 'p95'] as const)
    .filter((name) => found[name] > most[name])
    .map((name) => `The ${name} of lines a file is ${found[name]}; it may be ${most[name]}.`),
  ...files
    .filter(({ lines }) => lines > most.longest)
    .map(
      ({ file, lines }) =>
        `${file} has ${lines} lines; it may have ${most.longest}: which second idea moved in?`,
    ),
];

for (const problem of problems) console.error(problem);
if (problems.length === 0)
  console.log(`sizes: ${files.length} files, median ${found.median}, p95 ${found.p95}`);
else process.exitCode = 1;
