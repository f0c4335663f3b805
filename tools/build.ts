/**
 * @file Builds what cannot run from source: the WebAssembly kernels, the storefront, and the client for other projects.
 * `--if-stale` skips targets that are newer than all their inputs; `--only NAME` builds one.
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..');

interface Target {
  readonly name: string;
  readonly output: string;
  readonly inputs: readonly string[];
  readonly cwd: string;
  readonly command: readonly [string, ...string[]];
  /** The shop runs without it, and can be installed without the tools that build it. */
  readonly isForOthers?: boolean;
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
    name: 'client',
    output: 'packages/client/dist/contracts.d.ts',
    inputs: ['packages/client/{*.ts,*.json}', 'packages/{client,contracts}/src/**/*'],
    cwd: 'packages/client',
    command: ['node', 'build.ts'],
    isForOthers: true,
  },
  {
    name: 'storefront',
    output: 'apps/storefront/build/server/index.js',
    inputs: [
      'apps/storefront/{app,public}/**/*',
      'apps/storefront/*.{ts,json}',
      'packages/{client,ui,contracts,shop-types}/src/**/*',
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

interface BuildOptions {
  readonly ifStale?: boolean;
  readonly only?: string | undefined;
  /** Only targets that the shop needs. */
  readonly isForShop?: boolean;
  /** Called at the start of each build. Returns the functions to call at its end. */
  readonly onBegin?: (name: string) => { end(): void; fail(): void };
}

function tellBegin(name: string) {
  console.error(`Building the ${name} ...`);
  return { end: () => undefined, fail: () => undefined };
}

/** @throws Error with the output of the failed tool */
export async function build({
  ifStale = false,
  only,
  isForShop = false,
  onBegin = tellBegin,
}: BuildOptions = {}): Promise<void> {
  const wanted = targets.filter(({ name, isForOthers }) =>
    only === undefined ? !(isForShop && isForOthers) : name === only,
  );
  if (wanted.length === 0)
    throw new RangeError(
      `There is no target “${only}”: choose one of ${targets.map(({ name }) => name).join(', ')}.`,
    );
  for (const target of wanted) {
    if (ifStale && !isStale(target)) continue;
    const told = onBegin(target.name);
    await make(target).then(told.end, (error: unknown) => {
      told.fail();
      throw error;
    });
  }
}

async function make({ name, command: [command, ...args], cwd }: Target): Promise<void> {
  const local = join(root, 'node_modules/.bin', command);
  const child = spawn(existsSync(local) ? local : command, args, {
    cwd: join(root, cwd),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, errors, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.on('error', resolve).on('close', resolve)),
  ]);
  if (status !== 0)
    throw new Error(
      `The ${name} could not be built.\n${out}\n${errors}${status instanceof Error ? status.message : ''}`,
    );
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { 'if-stale': { type: 'boolean' }, only: { type: 'string' } } });
  try {
    await build({ ifStale: values['if-stale'] ?? false, only: values.only });
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = error instanceof RangeError ? 2 : 1;
  }
}
