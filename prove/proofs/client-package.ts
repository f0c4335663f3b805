import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createTestShop, smallSize, type TestShop } from '../../apps/server/src/testing/test-shop.ts';
import { defineProof } from '../proof.ts';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const typescript = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin/tsc',
);

/** The shop of the examples runs on another port here. */
const redirection = `
const { fetch } = globalThis;
globalThis.fetch = (url, init) => fetch(url.replace('http://localhost:3000', process.env.SHOP_ADDRESS), init);
`;

const strict = { strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true };

/** A program for a page, which needs no types of Node. */
const pageProgram = `
import { createClient, createClientOf, type KindredClient, KindredError, type Order, type TokenStore } from '@kindred/client';
import { searchMethods } from '@kindred/client/methods/search';
const tokens: TokenStore = {
  read: () => JSON.parse(localStorage.getItem('tokens') ?? '{}'),
  write: (kept) => localStorage.setItem('tokens', JSON.stringify(kept)),
};
const client: KindredClient = createClient({ baseUrl: '', tokens });
export async function total(orderId: string): Promise<number | string> {
  try {
    const order: Order = await client.order(orderId);
    return order.total_price.amount_minor;
  } catch (error) {
    if (error instanceof KindredError) return error.code;
    throw error;
  }
}
// @ts-expect-error: this state does not exist.
client.orders({ status: 'Lost' });
const search = createClientOf(searchMethods, { baseUrl: '' });
export const found = search.suggestions({ q: 'lam' });
// @ts-expect-error: it has only the methods that were passed to it.
search.cart();
`;

export const proof = defineProof({
  summary:
    '@kindred/client, packed and installed elsewhere, compiles without the contracts and runs its README at a shop.',
  seed: 1,
  /** `node`: another Node for the examples. `compile`: `all`, or only the `examples`. */
  parameters: { node: '', compile: 'all' },
  short: { compile: 'examples' },
  needsDatabase: true,

  async run({ parameters, signal, report }) {
    const folder = mkdtempSync(join(tmpdir(), 'kindred-client-'));
    const shop = await createTestShop({ size: smallSize });
    try {
      const packed = await pack(folder, signal);
      report(`${packed.files} files, ${packed.bytes} bytes packed`);
      const program = readExamples();
      await compile(folder, program, { isAll: parameters.compile === 'all', signal });
      report('compiles');
      const output = await runExamples(folder, program, {
        shop,
        node: parameters.node || process.execPath,
        signal,
      });
      report(output);
      return { figures: { ...packed, program_lines: program.split('\n').length }, violations: judge(output) };
    } finally {
      await shop.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

/** Builds what is stale, packs it, and installs it in an empty folder. */
async function pack(folder: string, signal: AbortSignal) {
  await run(process.execPath, ['tools/build.ts', '--if-stale', '--only', 'client'], { cwd: root, signal });
  const { stdout } = await run(
    'npm',
    ['pack', '--silent', '--json', '-w', 'packages/client', '--pack-destination', folder],
    { cwd: root, signal },
  );
  const [{ filename, size, entryCount }] = JSON.parse(stdout) as [
    { filename: string; size: number; entryCount: number },
  ];
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await run('npm', ['install', '--silent', '--offline', '--ignore-scripts', `./${filename}`], {
    cwd: folder,
    signal,
  });
  return { bytes: size, files: entryCount };
}

function readExamples(): string {
  const readme = readFileSync(join(root, 'packages/client/README.md'), 'utf8');
  return [...readme.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code).join('\n');
}

/** Compiles the examples, a page's program, and a comparison of the installed types with those of the contracts. */
async function compile(
  folder: string,
  program: string,
  { isAll, signal }: { isAll: boolean; signal: AbortSignal },
): Promise<void> {
  const nodeTypes = join(root, 'node_modules/@types');
  const project = async (name: string, compilerOptions: object, file: string, text: string) => {
    const home = join(folder, name);
    mkdirSync(home);
    writeFileSync(join(home, file), text);
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
    await run(process.execPath, [typescript, '-p', home], { signal }).catch((error: { stdout?: string }) => {
      throw new Error(`${name} does not compile:\n${error.stdout}`);
    });
  };
  const node = {
    module: 'nodenext',
    target: 'es2022',
    lib: ['es2022'],
    types: ['node'],
    typeRoots: [nodeTypes],
  };
  await project('examples', { ...strict, ...node, noImplicitAny: false }, 'program.mts', program);
  if (!isAll) return;
  const page = {
    module: 'esnext',
    moduleResolution: 'bundler',
    target: 'es2022',
    lib: ['es2022', 'dom'],
    types: [],
  };
  await project('page', { ...strict, ...page }, 'page.ts', pageProgram);
  await project(
    'same-types',
    { ...strict, ...node, skipLibCheck: true, allowImportingTsExtensions: true },
    'same-types.mts',
    comparisonOfTypes(),
  );
}

function comparisonOfTypes(): string {
  const declarations = readFileSync(join(root, 'packages/client/dist/contracts.d.ts'), 'utf8');
  const names = [...declarations.matchAll(/^export (?:type|interface) (\w+)/gm)].map(([, name]) => name);
  const from = (path: string) => JSON.stringify(join(root, path));
  return `import type * as Installed from '@kindred/client';
import type * as Contracts from ${from('packages/contracts/src/index.ts')};
import type { Static } from ${from('node_modules/typebox/build/index.mjs')};
declare function same<A, B>(isSame: [A, B] extends [B, A] ? true : false): void;
${names.map((name) => `same<Installed.${name}, Static<typeof Contracts.${name}>>(true);`).join('\n')}
`;
}

async function runExamples(
  folder: string,
  program: string,
  { shop, node, signal }: { shop: TestShop; node: string; signal: AbortSignal },
): Promise<string> {
  const address = await shop.app.listen({ host: '127.0.0.1', port: 0 });
  writeFileSync(join(folder, 'program.js'), program);
  writeFileSync(join(folder, 'redirection.js'), redirection);
  await shop.services.jobs.start();
  const { stdout } = await run(node, ['--import', './redirection.js', 'program.js'], {
    cwd: folder,
    signal,
    env: { SHOP_ADDRESS: address, ADMIN_PASSWORD: shop.accounts.admin.password, TMPDIR: folder },
  });
  return stdout;
}

/** Returns a sentence for each expected line that the program did not print. */
function judge(output: string): string[] {
  const said: readonly [pattern: RegExp, claim: string][] = [
    [/^bought K-/m, 'a guest buys'],
    [/^devices 2$/m, 'a user is logged in on two devices'],
    [/^still Ada$/m, 'another client continues with the tokens of a file'],
    [/^event paid\n(event .+\n)*event refunded$/m, 'a guest sees the order paid and refunded'],
    [/^refused 400 invalid-request \[ '\/quantity' \]$/m, 'a mistake is reported with its place'],
  ];
  return said
    .filter(([pattern]) => !pattern.test(output))
    .map(([, claim]) => `This did not hold: ${claim}:\n${output}`);
}
