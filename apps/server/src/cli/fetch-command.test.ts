import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { programArguments } from '../testing/processes/program-arguments.ts';
import { type Exchange, makeBody, sendFile, serve, sha256Of } from '../testing/servers/file-server.ts';

const body = makeBody(100_000);
const path = 'raw/review_categories/All_Beauty.jsonl';
const program = join(import.meta.dirname, 'kindred.ts');

async function setUp(answer: (exchange: Exchange) => void) {
  const dataDir = mkdtempSync(join(tmpdir(), 'kindred-fetch-test-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true }));
  const { address } = await serve(answer);
  const manifest = join(dataDir, 'manifest.csv');
  writeFileSync(manifest, `path,sha256,bytes\n${path},${sha256Of(body)},${body.length}\n`);
  const args = programArguments(
    program,
    'fetch',
    'amazon-2023',
    '--manifest',
    manifest,
    '--from',
    `${address}/`,
  );
  const env = { PATH: process.env.PATH, KINDRED_DATA_DIR: dataDir };
  return {
    file: join(dataDir, 'downloads', 'amazon-2023', path),
    start: (...more: string[]) =>
      spawn(process.execPath, [...args, ...more], { env, stdio: ['ignore', 'pipe', 'pipe'] }),
    run: (...more: string[]) =>
      new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
        execFile(process.execPath, [...args, ...more], { env }, (error, stdout, stderr) =>
          resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
        );
      }),
  };
}

it('prints the fetched files and the next commands, as JSON if asked to', async () => {
  const { run, file } = await setUp((exchange) => sendFile(exchange, { body }));
  const said = await run('all_beauty');
  expect(said.code).toBe(0);
  expect(said.stdout).toContain(`${file}: 100.0 kB, sha256 as in the manifest.`);
  expect(said.stdout).toContain(`  kindred import reviews ${file}\n`);
  const again = JSON.parse((await run('All_Beauty', '--json')).stdout);
  expect(again).toMatchObject({
    dataset: 'amazon-2023',
    files: [{ kind: 'reviews', status: 'already_there', bytes: 100_000, file, path, sha256: sha256Of(body) }],
    next: [`kindred import reviews ${file}`],
  });
});

it('lists the categories', async () => {
  const { run } = await setUp(() => undefined);
  expect((await run()).stdout).toMatch(/^All_Beauty +reviews 100\.0 kB\n/);
  const unknown = await run('Beaty');
  expect(unknown).toMatchObject({ code: 2, stdout: '' });
  expect(unknown.stderr).toContain('Did you mean All_Beauty?');
  expect((await run('All_Beauty', '--only', 'pictures')).code).toBe(2);
  expect(await run('All_Beauty', '--from', 'ftp://x')).toMatchObject({
    code: 2,
    stderr: '--from must be an address that starts with https:// or http://, but it is “ftp://x”.\n',
  });
});

it('ends with 1 if the sum is wrong', async () => {
  const { run, file } = await setUp((exchange) => sendFile(exchange, { body: makeBody(100_000, 5) }));
  const said = await run('All_Beauty');
  expect(said).toMatchObject({ code: 1, stdout: '' });
  expect(said.stderr).toMatch(/is not the official file: its sha256 is .*\.corrupt for inspection/);
  expect(existsSync(file)).toBe(false);
});

it('keeps the partial file at Ctrl-C, and continues from there', async () => {
  const { start, run, file } = await setUp((exchange) =>
    sendFile(exchange, { body, etag: '"1"', ...(exchange.number === 1 ? { stallsAfter: 60_000 } : {}) }),
  );
  const child = start('All_Beauty');
  await expect
    .poll(() => existsSync(`${file}.partial`) && readFileSync(`${file}.partial`).length, { timeout: 20_000 })
    .toBe(60_000);
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([1, null]);
  const said = JSON.parse((await run('All_Beauty', '--json')).stdout);
  expect(said.files[0]).toMatchObject({ status: 'downloaded', resumed_from: 60_000 });
  expect(readFileSync(file).equals(body)).toBe(true);
});
