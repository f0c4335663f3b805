/** @file Runs every command of the documents, exactly as written there. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyDemoShop } from './demo-shop.ts';
import { documentCommands } from './document-commands.ts';

const root = join(import.meta.dirname, '..');

/** Commands that this test does not run, with the reason. All others are commands of the shop, and run. */
const notRun: Readonly<Record<string, string>> = {
  'npm ci && npm start': 'CI installs; start.test.ts starts',
  'npm start': 'start.test.ts starts',
  'npm ci && npm test': 'CI runs both',
  'npm ci': 'CI runs it',
  'PORT=3001 npm start': 'start.test.ts starts on a port of its own',
  'npm test': 'CI runs it',
  'npm test -- --database': 'CI runs it',
  'TEST_SEARCH_URL=http://127.0.0.1:9200 npm test': 'CI runs it, on a server of its own',
  'npm run test:e2e': 'it is what runs this',
  'npm run check': 'CI runs it',
  'npm run dev': 'it runs until it is stopped',
  'npm run build': 'every start builds what is stale',
  'npm prune --omit=dev': 'start.test.ts starts without those packages',
  'npm run format': 'it writes into the sources',
  'npm run build -- --only kernels': 'npm run check compiles them',
  'npm run bench': 'it measures for minutes',
  'npm run bench -- spmm': 'it measures for minutes',
  'npm run bench -- recommendations': 'it measures for minutes',
  'KINDRED_BENCH_BEFORE=../before npm run bench -- recommendations': 'it measures for minutes',
  'npm run bench -- spmm --json': 'it measures for minutes',
  'npm run bench:validation -- gowalla \'{"maxEpochs":4}\'':
    'it trains for minutes, on data that is not here',
  'npm run prove': 'the proofs have tests of their own',
  'npm run prove NAME': 'npm test runs the short form of each',
  'npm run prove NAME -- --seed 7 --rounds 20': 'npm test runs the short form of each',
  'npm run prove seeded-faults': 'it takes hours',
  'npm run prove upgrade': 'it installs an old head; npm test runs its short form',
  'npm run build -w packages/client': 'npm run prove client-package runs it',
  'npm pack -w packages/client': 'npm run prove client-package runs it',
  'npm run prove generated-clients': 'CI runs the part of it that is in TypeScript',
  'npm run prove schemathesis': 'it asks for minutes, and installs Python programs',
  'npm run migrations:generate -- --name what-changed': 'it writes into the sources',
  'npm install': 'it writes into the lock file',
  'npm run screenshots -- http://localhost:3000': 'it replaces the pictures of docs/screenshots',
  'KINDRED_DATA_DIR=recovered npm run -s kindred -- doctor':
    'it needs a database that was taken back in time',
};

const prefix = 'npm run -s kindred -- ';
const commands = documentCommands();
const run = commands.filter(({ command }) => !(command in notRun));

/** A folder that looks like a clone of the sources, with its own `.kindred`. */
interface Clone {
  readonly path: string;
  run(command: string): Promise<string>;
}

const clones: Clone[] = [];
const exec = promisify(execFile);
// Only npm adds the packages' own Node to the PATH.
const path = (process.env.PATH ?? '')
  .split(':')
  .filter((folder) => !folder.endsWith('node_modules/.bin'))
  .join(':');

function clone(): Clone {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-e2e-'));
  chmodSync(folder, 0o711);
  for (const name of readdirSync(root))
    if (name !== '.kindred' && name !== '.git') symlinkSync(join(root, name), join(folder, name));
  const env = { PATH: path, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR };
  const made: Clone = {
    path: folder,
    async run(command) {
      const { stdout } = await exec('bash', ['-c', command], {
        cwd: folder,
        env,
        maxBuffer: 16 * 1024 * 1024,
      });
      return stdout;
    },
  };
  clones.push(made);
  return made;
}

/** A merchant's own shop, an empty one, and the demo. */
let own: Clone;
let empty: Clone;
let demo: Clone;
let mirror: Server;
let manifest: string;
let from: string;

beforeAll(async () => {
  [own, empty, demo] = [clone(), clone(), clone()];
  const shop = await copyDemoShop();
  await exec('mv', [shop.path, join(demo.path, '.kindred')]);
  shop.remove();
  await own.run(`${prefix}demo-data --products 120 --users 150 --reviews 1500 --out made`);
  const read = (name: string) => gunzipSync(readFileSync(join(own.path, 'made', `${name}.jsonl.gz`)));
  const [products, reviews] = [read('meta'), read('reviews')];
  const files = new Map<string, Buffer>(
    ['Gift_Cards', 'All_Beauty'].flatMap((category) => [
      [`raw/meta_categories/meta_${category}.jsonl`, products] as const,
      [`raw/review_categories/${category}.jsonl`, reviews] as const,
    ]),
  );
  manifest = join(own.path, 'manifest.csv');
  const sumOf = (body: Buffer) => createHash('sha256').update(body).digest('hex');
  const rows = [...files].map(([file, body]) => `${file},${sumOf(body)},${body.length}`);
  writeFileSync(manifest, `path,sha256,bytes\n${rows.join('\n')}\n`);
  mirror = createServer((request, response) => {
    const body = files.get(request.url!.slice(1));
    response.writeHead(body ? 200 : 404, { 'content-length': body?.length ?? 0 }).end(body);
  }).listen(0, '127.0.0.1');
  await once(mirror, 'listening');
  from = `http://127.0.0.1:${(mirror.address() as AddressInfo).port}/`;
  const pairs = Array.from({ length: 60 }, (_, user) => {
    const items = Array.from({ length: 8 }, (_, index) => (user % 6) * 10 + ((user + index) % 10));
    return { train: [user, ...items.slice(0, 6)].join(' '), test: [user, ...items.slice(6)].join(' ') };
  });
  writeFileSync(join(own.path, 'people.csv'), 'user_id,first_name,gender\nAPERSON,Ada,Female\n');
  for (const part of ['train', 'test'] as const)
    writeFileSync(join(own.path, 'made', `${part}.txt`), `${pairs.map((pair) => pair[part]).join('\n')}\n`);
});

afterAll(() => {
  mirror?.close();
  for (const { path: folder } of clones) rmSync(folder, { recursive: true, force: true });
});

/** The values of the words in capitals. */
const placeholders: Readonly<Record<string, () => string | Promise<string>>> = {
  DIR: () => join(own.path, 'made'),
  FILE: () => globSync(join(own.path, '.kindred/backups/*.tar')).sort().at(-1)!,
  REVIEWER() {
    const reviews = join(own.path, '.kindred/downloads/amazon-2023/raw/review_categories/Gift_Cards.jsonl');
    return JSON.parse(readFileSync(reviews, 'utf8').split('\n')[0]!).user_id;
  },
  VERSION: async () => JSON.parse(await own.run(`${prefix}models list --json`))[0].model_version,
};

async function filledIn(command: string): Promise<string> {
  let filled = command.startsWith('kindred ') ? command.replace('kindred ', prefix) : command;
  for (const [word] of filled.matchAll(/(?<= )[A-Z]+(?= |$)/g)) {
    const value = placeholders[word];
    if (!value) throw new Error(`The test has no value for the placeholder ${word}.`);
    filled = filled.replace(word, await value());
  }
  const isFetch = filled.startsWith(`${prefix}fetch `);
  return isFetch ? `${filled} --from ${from} --manifest ${manifest}` : filled;
}

function placeOf(command: string): Clone {
  if (command.endsWith(' demo-accounts')) return demo;
  return command.endsWith(' restore FILE') ? empty : own;
}

describe('exactly as in the document', () => {
  test.each(run)('$command ($document)', async ({ command }) => {
    expect(command).toMatch(/^(npm run -s kindred -- |kindred )/);
    expect(await placeOf(command).run(await filledIn(command))).not.toBe('');
  });
});

test('every command in the list of exceptions still occurs in a document', () => {
  const named = new Set(commands.map(({ command }) => command));
  expect(Object.keys(notRun).filter((command) => !named.has(command))).toEqual([]);
});

test('no command asks for the Node that happens to be on the PATH', () => {
  expect(commands.filter(({ command }) => /^([A-Z_]+=\S+ )*(node|npx) /.test(command))).toEqual([]);
});
