/**
 * @file Builds what cannot run from source: the WebAssembly kernels and the storefront.
 * `--if-stale` leaves out what is newer than all that it is made from; `--only NAME` builds one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');

interface Target {
  readonly name: string;
  readonly output: string;
  readonly inputs: readonly string[];
  readonly cwd: string;
  readonly command: readonly [string, ...string[]];
}

const targets: readonly Target[] = [
  {
    name: 'kernels',
    output: 'packages/gnn/dist/kernels.wasm',
    inputs: ['packages/gnn/assembly/**/*', 'packages/gnn/build-kernels.ts'],
    cwd: 'packages/gnn',
    command: ['node', 'build-kernels.ts'],
  },
  {
    name: 'storefront',
    output: 'apps/storefront/build/server/index.js',
    inputs: [
      'apps/storefront/{app,public}/**/*',
      'apps/storefront/*.{ts,json}',
      'packages/{ui,contracts,shop-types}/src/**/*',
      'package-lock.json',
    ],
    cwd: 'apps/storefront',
    command: ['react-router', 'build'],
  },
];

function modifiedAt(path: string): number {
  return statSync(path).mtimeMs;
}

function isStale({ output, inputs }: Target): boolean {
  const made = join(root, output);
  if (!existsSync(made)) return true;
  const files = globSync([...inputs], {
    cwd: root,
    exclude: (name) => String(name).includes('node_modules'),
  });
  return files.some((file) => modifiedAt(join(root, file)) > modifiedAt(made));
}

const { values } = parseArgs({ options: { 'if-stale': { type: 'boolean' }, only: { type: 'string' } } });
const wanted = targets.filter(({ name }) => values.only === undefined || name === values.only);
if (wanted.length === 0) {
  console.error(
    `Nothing is called “${values.only}”: choose one of ${targets.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

for (const target of wanted) {
  if (values['if-stale'] && !isStale(target)) continue;
  console.error(`Building the ${target.name} ...`);
  const [command, ...args] = target.command;
  const local = join(root, 'node_modules/.bin', command);
  const result = spawnSync(existsSync(local) ? local : command, args, {
    cwd: join(root, target.cwd),
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (result.status !== 0) {
    console.error(result.stdout, result.stderr);
    console.error(`The ${target.name} could not be built.`);
    process.exit(1);
  }
}
