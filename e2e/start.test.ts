/** @file A newcomer's first start in an empty folder, with a page and a model, and the second start. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyBuiltShop } from './built-shop.ts';
import { copyDemoShop, firstStart } from './demo-shop.ts';
import { activeModel, type DataDir, emptyDataDir, interruptStart, startShop } from './shop-process.ts';
import { everyLine, lastScreen, missingParts, strangeLines } from './terminal-text.ts';

let dataDir: DataDir;
let settings: Record<string, string>;
beforeAll(async () => {
  dataDir = await copyDemoShop();
  settings = { KINDRED_DATA_DIR: dataDir.path };
});
afterAll(() => dataDir?.remove());

test('an empty folder becomes a shop within 60 s, and has its own model within another 3 minutes', async () => {
  const { openedAfterMs, home, modelVersion, trainedAfterMs, exitCode } = await firstStart();
  console.log(`first start: open after ${(openedAfterMs / 1_000).toFixed(1)} s`);
  expect(home.status).toBe(200);
  expect(home.html).toContain('</html>');
  expect(openedAfterMs).toBeLessThan(60_000);
  console.log(`model ${modelVersion} active ${(trainedAfterMs / 1_000).toFixed(1)} s later`);
  expect(trainedAfterMs).toBeLessThan(180_000);
  expect(exitCode).toBe(0);
});

test.skipIf(process.platform !== 'linux')(
  'a terminal shows words for people, and in the end all that one needs',
  async () => {
    const { terminal, url } = await firstStart();
    const lines = everyLine(terminal!);
    expect(strangeLines(lines, 80)).toEqual([]);
    expect(lines.filter((line) => /Demo catalogue .* \d:\d\d left$/.test(line)).length).toBeGreaterThan(3);
    const screen = lastScreen(terminal!).join('\n');
    expect(missingParts(screen, { url, dataDir: (await firstStart()).dataDir })).toEqual([]);
    const kept = JSON.parse(readFileSync(join(dataDir.path, 'demo-accounts.json'), 'utf8'));
    for (const { email, password } of [kept.shopper, kept.admin])
      expect(screen).toMatch(new RegExp(`${email} +${password}`));
    expect(screen).toMatch(/✓ Training a first model {2}\d:\d\d {2}Recall@20/);
    expect(screen).toMatch(/Stopped\.\n*$/);
  },
);

test.skipIf(process.platform !== 'linux')('a first model is as good as the documents say', async () => {
  const { terminal } = await firstStart();
  const [, recall] = /Recall@20 (\d\.\d{4})/.exec(lastScreen(terminal!).join('\n'))!;
  const { figures } = JSON.parse(
    readFileSync(join(import.meta.dirname, '../docs/proofs/first-start.json'), 'utf8'),
  );
  expect(recall).toBe(figures.recall_at_20.toFixed(4));
});

test('a first start that receives SIGTERM while it fills the shop or trains stops soon, and the next one continues', async () => {
  const interrupted = emptyDataDir();
  const settings = { KINDRED_DATA_DIR: interrupted.path };
  try {
    for (const afterMs of [5_000, 9_000, 14_000, 20_000]) {
      const { code, errors, endedAfterMs } = await interruptStart(settings, afterMs);
      expect([code, errors]).toEqual([0, '']);
      expect(endedAfterMs).toBeLessThan(10_000);
    }
    const shop = await startShop(settings);
    await activeModel(shop.url, 180_000);
    expect(await shop.stop()).toBe(0);
  } finally {
    interrupted.remove();
  }
});

test('later starts answer within 3 s (the fastest of three), with the model and the log-ins of the demo', async () => {
  const openedAfterMs: number[] = [];
  for (let start = 0; start < 3; start++) {
    const shop = await startShop(settings);
    try {
      const home = await fetch(`${shop.url}/`);
      expect(home.status).toBe(200);
      expect(await home.text()).toContain('</html>');
      openedAfterMs.push(shop.openedAfterMs);
      expect(shop.said!.at(-1)).toMatch(
        /^Log in as shopper@demo\.example with \S+, as admin@demo\.example with \S+ \(shown again by: .*\)$/,
      );
      await activeModel(shop.url, 1);
    } finally {
      expect(await shop.stop()).toBe(0);
    }
  }
  console.log(`later starts: open after ${openedAfterMs.map((ms) => (ms / 1_000).toFixed(1)).join(', ')} s`);
  expect(Math.min(...openedAfterMs)).toBeLessThan(3_000);
});

test('a built shop starts without the packages that are only for building it', async () => {
  const built = copyBuiltShop();
  try {
    expect(existsSync(join(built.path, 'node_modules/vite'))).toBe(false);
    const shop = await startShop(settings, built.path);
    try {
      const home = await fetch(`${shop.url}/`);
      expect(home.status).toBe(200);
      expect(await home.text()).toContain('</html>');
    } finally {
      expect(await shop.stop()).toBe(0);
    }
  } finally {
    built.remove();
  }
});

test('a client that never reads its answer does not prevent the shop from stopping', async () => {
  const shop = await startShop(settings);
  await fetch(`${shop.url}/`);
  expect(await shop.stop()).toBe(0);
});
