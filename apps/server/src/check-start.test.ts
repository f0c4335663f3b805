import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkStart, StartFailure } from './check-start.ts';
import { createConfig } from './config/config.ts';
import type { Env } from './config/env.ts';
import { freePort } from './testing/servers/free-port.ts';

let folder: string;
let other: Server;
let taken: number;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kindred-start-'));
  taken = await freePort();
  other = createServer().listen(taken, '127.0.0.1');
});
afterAll(() => {
  other.close();
  rmSync(folder, { recursive: true });
});

const check = (env: Env = {}) =>
  checkStart(createConfig({ PORT: '0', KINDRED_DATA_DIR: join(folder, 'data'), ...env }));

const failureOf = async (env: Env): Promise<string> => {
  const failure = await check(env).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(StartFailure);
  return (failure as StartFailure).message;
};

test('reports a port in use, and proposes a free one', async () => {
  const told = await failureOf({ PORT: String(taken) });
  expect(told).toMatch(
    new RegExp(
      `^PORT ${taken} of 127.0.0.1 is in use by another program. Choose another port: PORT=\\d+ npm start$`,
    ),
  );
  const proposed = Number(/PORT=(\d+)/.exec(told)![1]);
  await check({ PORT: String(proposed) });
});

test('reports an address of another machine', async () => {
  const told = await failureOf({ HOST: '192.0.2.1', PORT: String(await freePort()) });
  expect(told).toContain('HOST 192.0.2.1 is not an address of this machine.');
});

test('reports a data folder that cannot be written to, together with the other faults', async () => {
  writeFileSync(join(folder, 'file'), '');
  expect(await failureOf({ KINDRED_DATA_DIR: join(folder, 'file/data'), PORT: String(taken) })).toMatch(
    /^PORT \d+ .*\nKindred cannot write to its data folder .*\/file\/data: a part of its path is a file\. Set KINDRED_DATA_DIR /,
  );
});

test('reports an extension that cannot be used, together with the other faults', async () => {
  const file = join(folder, 'kindred.config.json');
  writeFileSync(file, JSON.stringify({ extensions: ['no-such-till'] }));
  expect(await failureOf({ KINDRED_CONFIG: file, PORT: String(taken) })).toMatch(
    /^PORT .*\nThe extension no-such-till is not installed: npm install no-such-till\.$/,
  );
});

test('reports a database that does not answer, without its password', async () => {
  const port = await freePort();
  expect(
    await failureOf({ DATABASE_URL: `postgres://me:hunter2@127.0.0.1:${port}/shop?sslmode=disable` }),
  ).toBe(
    `No database answers at DATABASE_URL (postgres://127.0.0.1:${port}/shop): connect ECONNREFUSED 127.0.0.1:${port}. ` +
      'Start that PostgreSQL, or unset DATABASE_URL to use a private one.',
  );
});
