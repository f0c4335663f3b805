/** @file `npm run check`: every check that needs no running shop. All of them run, even when one fails. */
import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { foldersWithPackages, installPackagesOf } from './own-packages.ts';

type Check = readonly [name: string, command: string, ...args: string[]];

const root = join(import.meta.dirname, '..');
const projects = globSync(
  ['{packages,apps}/*/tsconfig.json', '{bench,demo,prove,examples/*}/tsconfig.json'],
  {
    cwd: root,
  },
).sort();

const routeTypes: Check = ['route types', 'react-router', 'typegen', 'apps/storefront'];
const checks: readonly Check[] = [
  ...['tsconfig.json', ...projects].map((project): Check => [`types of ${project}`, 'tsc', '-p', project]),
  ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['dead code', 'knip'],
  ['import rules', 'node', 'tools/check-imports.ts'],
  ['sizes of files', 'node', 'tools/check-sizes.ts'],
  ['statements', 'node', 'tools/check-statements.ts'],
  ['lock files', 'node', 'tools/check-lock.ts'],
  ['size of the install', 'node', 'tools/check-install.ts'],
  ['kernels', 'node', 'tools/check-kernels.ts'],
  ['figures of proofs', 'node', 'prove/check-figures.ts'],
];
/** As many as a small machine has processors. */
const atOnce = 2;

const failed: string[] = [];

async function run([name, command, ...args]: Check): Promise<void> {
  const started = performance.now();
  const local = ['node_modules', 'tools/node_modules'].map((folder) => join(root, folder, '.bin', command));
  const child = spawn(local.find((path) => existsSync(path)) ?? command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const status = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  process.stderr.write(Buffer.concat(said));
  console.error(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}

for (const folder of foldersWithPackages) installPackagesOf(folder);
// The checks of the storefront's types and of dead code need what this writes.
await run(routeTypes);
const waiting = [...checks];
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await run(next);
  }),
);

if (failed.length > 0) {
  console.error(`\n${failed.length} of ${checks.length + 1} checks failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
