import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { programArguments } from '../testing/processes/program-arguments.ts';
import { runKindred } from '../testing/processes/run-program.ts';

function folderOf(files: Record<string, string | Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-benchmark-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

test('reports what it read, the confidence of the figures, and facts in the files that affect them', async () => {
  const folder = folderOf({
    'train.txt': '7 100 5\n7 200 4\n7 100 3\n8 100 5\n8 300 1\n',
    'test.txt': '7 300 5\n8 100 5\n8 200 4\n9 200 5\n8 999999 2\n',
  });
  const { code, out } = await runKindred(['benchmark', folder, '--model', 'popularity']);
  expect(out).toMatch(/^popularity, seed 1: Recall@20 0\.8889 \(0\.\d{4} to 1\.0000\), NDCG@20 /);
  expect(out).toContain('over 3 users of test; in brackets 95 % confidence\n');
  expect(out.split('\n').slice(3)).toEqual([
    '3 users, 4 items, 4 interactions to train on, 5 to test on',
    'Read as “user item rating”, a line an interaction; ratings and times are not used.',
    'Pairs that came again in train, counted once: 1',
    'Users of test without an interaction in train, who count in the figures: 1',
    'Items of test without an interaction in train, which can hardly be found: 1',
    'Pairs of test that are in train too, so never ranked, and count as missed: 1',
    '',
  ]);
  expect(code).toBe(0);
});

describe.skipIf(!existsSync('../shared/cases'))('folders of reported cases', () => {
  test.each([
    ['00-base-lightgcn', 'lists'],
    ['02-triples-user-item-rating', 'user item rating'],
    ['03-lists-with-tabs', 'lists'],
  ])('%s', async (name, layout) => {
    const { out } = await runKindred([
      'benchmark',
      `../shared/cases/${name}`,
      '--model',
      'popularity',
      '--json',
    ]);
    expect(JSON.parse(out)).toMatchObject({
      layout,
      users: 40,
      items: 40,
      train_interactions: 240,
      test_interactions: 80,
      'recall@20': 0.5375,
    });
  });

  test('06-train-cut-off', async () => {
    const { code, err } = await runKindred(['benchmark', '../shared/cases/06-train-cut-off']);
    expect(err).toMatch(
      /06-train-cut-off\/train\.txt\.gz is cut off: its gzip data end after byte 200 and line 21, before their end\.\n$/,
    );
    expect(code).toBe(1);
  });
});

describe('a signal ends it during', () => {
  /** Sends the signal when a line of stderr matches `when`. */
  async function interrupt(folder: string, signal: NodeJS.Signals, when: RegExp) {
    const args = ['benchmark', folder, '--threads', '1'];
    const child = spawn(process.execPath, programArguments(join(import.meta.dirname, 'kindred.ts'), ...args));
    const out = text(child.stdout);
    const ended = once(child, 'exit');
    let last = '';
    for await (const line of createInterface({ input: child.stderr })) {
      if (when.test(line)) child.kill(signal);
      last = line;
    }
    return { ended: await ended, out: await out, last };
  }

  test('reading', async () => {
    // Gigabytes, which the command never reads to their end.
    const packed = gzipSync('1 2 5\n'.repeat(100_000));
    const train = Buffer.concat(Array.from({ length: 5_000 }, () => packed));
    const folder = folderOf({ 'train.txt.gz': train, 'test.txt': '1 2 5\n1 3 5\n' });
    expect(await interrupt(folder, 'SIGTERM', /^reading/)).toEqual({
      ended: [1, null],
      out: '',
      last: 'Stopped.',
    });
  });

  test('training', async () => {
    const lists = Array.from({ length: 1_000 }, (_, user) =>
      [user, ...Array.from({ length: 20 }, (_, like) => (user * 31 + like * like * 7) % 2_003)].join(' '),
    );
    const folder = folderOf({ 'train.txt': lists.join('\n'), 'test.txt': lists.join('\n') });
    expect(await interrupt(folder, 'SIGINT', /epoch 0\//)).toEqual({
      ended: [1, null],
      out: '',
      last: 'Interrupted.',
    });
  });
});
