/**
 * @file Builds what cannot run from source: the storefront, and the client for other projects. `--if-stale` skips targets that were built
 * from exactly these sources; `--only NAME` builds one. The WebAssembly kernels are committed: only `--only kernels` compiles them.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { digestOf } from './digest-of.ts';
import { programOf } from './own-packages.ts';

const root = join(import.meta.dirname, '..');

/** Ten steps of Unix's `nice`. */
const low = 10;

interface Target {
  readonly name: string;
  readonly output: string;
  readonly inputs: readonly string[];
  /** The file that keeps the digest of the inputs of the last build. */
  readonly madeFrom?: string;
  readonly cwd: string;
  /** Returns the path of the program that builds it. `npm ci --omit=dev` does not install it. */
  readonly program: () => string;
  readonly args: readonly string[];
  /** Who needs it. A target that is committed is built only by its name. */
  readonly for: 'shop' | 'others' | 'commit';
}

const binary = (name: string) => join(root, 'node_modules/.bin', name);

export const targets: readonly Target[] = [
  {
    name: 'kernels',
    output: 'packages/gnn/src/kernels/kernels.wasm',
    inputs: ['packages/gnn/assembly/*.ts', 'packages/gnn/asconfig.json'],
    cwd: 'packages/gnn',
    program: () => programOf('tools', 'asc'),
    args: ['--outFile', 'src/kernels/kernels.wasm'],
    for: 'commit',
  },
  {
    name: 'client',
    output: 'packages/client/dist/contracts.d.ts',
    inputs: ['packages/client/{*.ts,*.json}', 'packages/{client,contracts}/src/**/*'],
    madeFrom: 'packages/client/build/made-from',
    cwd: 'packages/client',
    program: () => process.execPath,
    args: ['build.ts'],
    for: 'others',
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
    madeFrom: 'apps/storefront/build/made-from',
    cwd: 'apps/storefront',
    program: () => binary('react-router'),
    args: ['build'],
    for: 'shop',
  },
];

function isStale({ output, inputs, madeFrom }: Target): boolean {
  const [made, kept] = [join(root, output), madeFrom === undefined ? undefined : join(root, madeFrom)];
  if (kept === undefined || !existsSync(made) || !existsSync(kept)) return true;
  return readFileSync(kept, 'utf8') !== digestOf(inputs, root);
}

interface Wanted {
  readonly ifStale?: boolean;
  readonly only?: string | undefined;
  /** Only targets that the shop needs. */
  readonly isForShop?: boolean;
}

/** Returns the targets to build. @throws Error when a program that builds one is not installed */
export function targetsOf({ ifStale = false, only, isForShop = false }: Wanted): readonly Target[] {
  const wanted = targets.filter((target) =>
    only === undefined
      ? target.for === 'shop' || (target.for === 'others' && !isForShop)
      : target.name === only,
  );
  if (wanted.length === 0)
    throw new RangeError(
      `There is no target “${only}”: choose one of ${targets.map(({ name }) => name).join(', ')}.`,
    );
  const chosen = wanted.filter((target) => !ifStale || isStale(target));
  const missing = chosen.find((target) => !existsSync(target.program()));
  if (missing) throw new Error(notInstalled(missing));
  return chosen;
}

/** Called at the start of each build. Returns the functions to call at its end. */
type OnBegin = (name: string) => { end(): void; fail(): void };

const tellBegin: OnBegin = (name) => {
  console.error(`Building the ${name} ...`);
  return { end: () => undefined, fail: () => undefined };
};

/**
 * @param isLater the caller needs the result later than what it does meanwhile, so the build only gets the time that is left
 * @throws Error with the output of the failed program
 */
export async function build(
  chosen: readonly Target[],
  { onBegin = tellBegin, isLater = false }: { onBegin?: OnBegin | undefined; isLater?: boolean } = {},
): Promise<void> {
  for (const target of chosen) {
    const told = onBegin(target.name);
    await make(target, isLater).then(told.end, (error: unknown) => {
      told.fail();
      throw error;
    });
  }
}

function notInstalled({ name, output }: Target): string {
  const state = existsSync(join(root, output)) ? 'was built from other sources than these' : 'is not built';
  return `The ${name} ${state}, and the packages that build it are not installed. Run \`npm ci && npm run build\`; afterwards \`npm prune --omit=dev\` removes those packages.`;
}

async function make({ name, program, args, cwd, inputs, madeFrom }: Target, isLater: boolean): Promise<void> {
  // Taken before the build: a source that changes during it makes the build stale.
  const digest = digestOf(inputs, root);
  if (madeFrom !== undefined) rmSync(join(root, madeFrom), { force: true });
  const child = spawn(program(), args, {
    cwd: join(root, cwd),
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (isLater && child.pid !== undefined) setPriority(child.pid, low);
  const [out, errors, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.on('error', resolve).on('close', resolve)),
  ]);
  if (status !== 0)
    throw new Error(
      `The ${name} could not be built.\n${out}\n${errors}${status instanceof Error ? status.message : ''}`,
    );
  if (madeFrom === undefined) return;
  mkdirSync(dirname(join(root, madeFrom)), { recursive: true });
  writeFileSync(join(root, madeFrom), digest);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { 'if-stale': { type: 'boolean' }, only: { type: 'string' } } });
  try {
    await build(targetsOf({ ifStale: values['if-stale'] ?? false, only: values.only }));
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = error instanceof RangeError ? 2 : 1;
  }
}
