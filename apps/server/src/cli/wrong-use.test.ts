import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/postgres/test-database.ts';
import { runKindred } from '../testing/processes/run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'kindred-wrong-use-'));
const at = (...parts: string[]) => join(folder, ...parts);
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  mkdirSync(at('empty'));
  mkdirSync(at('lost', 'postgres', 'data'), { recursive: true });
  writeFileSync(at('a-file'), 'not what anybody expects\n');
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

const run = (args: readonly string[], env: Record<string, string> = {}) =>
  runKindred(args, {
    DATABASE_URL: database.connectionString,
    KINDRED_DATA_DIR: at('data'),
    LOG_LEVEL: 'fatal',
    SEARCH_URL: '',
    ...env,
  });

type Case = [args: string[], code: 1 | 2, said: RegExp, env?: Record<string, string>];

const cases: Case[] = [
  [['dance'], 2, /unknown command 'dance'/],
  [['--loud'], 2, /unknown option '--loud'/],
  [[], 2, /Usage: kindred/],
  [['start', '--port', '80'], 2, /unknown option '--port'/],
  [['doctor'], 2, /^PORT must be a whole number from 0 to 65535, but it is “eighty”\.$/m, { PORT: 'eighty' }],
  [['migrate', 'now'], 2, /too many arguments/],
  [
    ['migrate'],
    1,
    /^No server answers at 127\.0\.0\.1, port 1 \(ECONNREFUSED\)\./,
    { DATABASE_URL: 'postgres://a@127.0.0.1:1/b' },
  ],
  [['migrate'], 2, /^DATABASE_URL must be/, { DATABASE_URL: 'nonsense' }],
  [
    ['doctor'],
    1,
    /a-file\/data cannot be used: a part of its path is a file \(ENOTDIR\)\.$/m,
    { KINDRED_DATA_DIR: at('a-file', 'data') },
  ],
  [
    ['doctor'],
    1,
    /^The password of the database in .*data is missing \(.*password\): restore this file from a backup\.$/m,
    { DATABASE_URL: '', KINDRED_DATA_DIR: at('lost') },
  ],
  [['doctor', '--fix'], 2, /unknown option '--fix'/],
  [['export', 'interactions'], 2, /required option '--out <folder>' not specified/],
  [
    ['export', 'interactions', '--out', at('out'), '--as-of', 'yesterday'],
    2,
    /^--as-of must be a time like .*, but it is “yesterday”\.$/m,
  ],
  [
    ['demo-data', '--products', '3'],
    2,
    /^--products must be a whole number from 12 to 1000000, but it is “3”\.$/m,
  ],
  [
    ['demo-data', '--products', '12', '--users', '10', '--reviews', '10', '--out', at('a-file')],
    1,
    /a-file cannot be used: it is a file \(EEXIST\)\.$/m,
  ],
  [['fetch'], 2, /Usage: kindred fetch/],
  [['fetch', 'netflix'], 2, /unknown command 'netflix'/],
  [
    ['fetch', 'amazon-2023', '--manifest', at('none.csv')],
    1,
    /none\.csv cannot be read: it does not exist \(ENOENT\)\.$/m,
  ],
  [['fetch', 'amazon-2023', '--manifest', folder], 1, /cannot be read: it is a folder \(EISDIR\)\.$/m],
  [['attributes'], 2, /Usage: kindred attributes/],
  [['attributes', 'declare', 'Heel'], 2, /^The code must be .* but it is “Heel”\.$/m],
  [['attributes', 'declare', 'size', '--kind', 'shoe'], 2, /Allowed choices are text, color, size/],
  [['attributes', 'remove', 'brand'], 2, /^The attribute brand cannot be removed\.$/m],
  [
    ['attributes', 'remove', 'nope'],
    1,
    /^The attribute nope does not exist\. List all: kindred attributes list$/m,
  ],
  [['import'], 2, /Usage: kindred import/],
  [['import', 'meta'], 2, /missing required argument 'file'/],
  [['import', 'meta', at('none.jsonl')], 1, /none\.jsonl/],
  [['import', 'reviews', at('empty')], 1, /empty/],
  [
    ['import', 'meta', at('a-file'), '--stock', 'many'],
    2,
    /^--stock must be a whole number from 0 to 1000000, but it is “many”\.$/m,
  ],
  [['import', 'reviews', at('a-file'), '--rejects', at('a-file', 'x')], 1, /a-file/],
  [['train', '--model', 'gru'], 2, /'gru' is invalid\. Allowed choices are lightgcn, co-purchase/],
  [['train', '--seed', '-1'], 2, /--seed/],
  [['train'], 1, /^The shop has 0 interactions to learn from, but a training needs at least 100\./],
  [['benchmark'], 2, /missing required argument 'dir'/],
  [['benchmark', at('none')], 1, /^There is no folder .*none\.$/m],
  [['benchmark', at('empty')], 1, /empty has neither train\.txt nor train\.txt\.gz\.$/m],
  [
    ['benchmark', at('a-file')],
    1,
    /a-file is a file; name the folder that holds train\.txt and test\.txt\.$/m,
  ],
  [['benchmark', at('empty'), '--model', 'gru'], 2, /Allowed choices are lightgcn, .*popularity/],
  [
    ['benchmark', at('empty'), '--threads', '0'],
    2,
    /^--threads must be a whole number from 1 to 64, but it is “0”\.$/m,
  ],
  [['models'], 2, /Usage: kindred models/],
  [['models', 'show', 'NOPE'], 1, /^The model NOPE does not exist\. List all: kindred models list$/m],
  [['models', 'promote', 'NOPE'], 1, /^The model NOPE does not exist\. List all: kindred models list$/m],
  [['token'], 2, /^Name the owner of the token: --admin, --user ID, or both\.$/m],
  [['token', '--admin', '--minutes', '0'], 2, /^--minutes must be/],
  [['create-admin'], 2, /required option '--email <address>' not specified/],
  [['create-admin', '--email', 'me'], 2, /^--email must be an email address, but it is “me”\.$/m],
  [['backup', '--out', at('a-file', 'x')], 1, /a-file cannot be used: it is a file/],
  [['restore'], 2, /missing required argument 'file'/],
  [['restore', at('none')], 1, /none cannot be read: it does not exist \(ENOENT\)\.$/m],
  [['restore', at('empty')], 1, /empty cannot be used: it is not a file\.$/m],
  [['restore', at('a-file')], 1, /a-file cannot be used: it does not start like a backup of Kindred\.$/m],
  [['search-index', 'status'], 1, /^SEARCH_URL is not set/],
  [['search-index', 'drop'], 2, /unknown command 'drop'/],
];

describe('wrong use ends with a sentence and an exit code', () => {
  test.each(cases)('kindred %j: %i', async (args, code, said, env) => {
    const { code: ended, out, err } = await run(args, env);
    expect(err).toMatch(said);
    expect(err).not.toMatch(/^\s+at .*:\d+/m);
    expect({ ended, out }).toEqual({ ended: code, out: '' });
  });
});

test('prints its version', async () => {
  expect(await run(['--version'])).toEqual({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    err: '',
  });
});
