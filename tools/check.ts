/** @file `npm run check`: every check that needs no running server, each named, all run even when one fails. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const projects = globSync(['{packages,apps}/*/tsconfig.json', '{bench,prove}/tsconfig.json'], {
  cwd: root,
}).sort();

const checks: [name: string, command: string, ...args: string[]][] = [
  ['format and lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['lock file', 'node', 'tools/complete-lock.ts', '--check'],
  ['import rules', 'node', 'tools/check-imports.ts'],
  ['figures of proofs', 'node', 'prove/check-figures.ts'],
  ['route types', 'react-router', 'typegen', 'apps/storefront'],
  ...['tsconfig.json', ...projects].map((project): [string, string, ...string[]] => [
    `types of ${project}`,
    'tsc',
    '-p',
    project,
  ]),
  ['dead code', 'knip'],
];

const failed = checks.filter(([name, command, ...args]) => {
  const started = performance.now();
  const local = join(root, 'node_modules/.bin', command);
  const { status } = spawnSync(existsSync(local) ? local : command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  console.error(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  return status !== 0;
});

if (failed.length > 0) {
  console.error(
    `\n${failed.length} of ${checks.length} checks failed: ${failed.map(([name]) => name).join(', ')}`,
  );
  process.exitCode = 1;
}
