import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../testing/servers/free-port.ts';

const root = join(import.meta.dirname, '../../../..');

/** The command of `npm start`. */
async function start(env: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-start-command-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const child = spawn(
    process.execPath,
    [join(root, 'tools/run.ts'), '--build', 'apps/server/src/cli/kindred.ts', 'start'],
    {
      env: { TMPDIR: process.env.TMPDIR, KINDRED_DATA_DIR: join(folder, 'data'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 60_000,
    },
  );
  const [said, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.on('close', resolve)),
  ]);
  return { code, said, errors, hasDatabase: existsSync(join(folder, 'data/postgres')) };
}

test('a port that is in use ends the start before anything is created', async () => {
  const port = await freePort();
  const other = createServer().listen(port, '127.0.0.1');
  onTestFinished(() => void other.close());
  const begun = performance.now();
  const { code, said, errors, hasDatabase } = await start({ PORT: String(port) });
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect([code, said, hasDatabase]).toEqual([1, '', false]);
  expect(errors).toMatch(/^PORT \d+ of 127\.0\.0\.1 is in use by another program\. .* PORT=\d+ npm start\n$/);
});

test('an invalid variable ends the start before anything is created', async () => {
  expect(await start({ PORT: '0', LOG_FORMAT: 'xml' })).toEqual({
    code: 2,
    said: '',
    errors: 'LOG_FORMAT must be one of pretty, json, but it is “xml”.\n',
    hasDatabase: false,
  });
});
