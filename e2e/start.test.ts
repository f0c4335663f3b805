/** @file What a newcomer meets: an empty folder, the start command, a page, a model; and the second start. */
import { afterAll, expect, test } from 'vitest';
import { activeModel, emptyDataDir, interruptStart, startShop } from './shop-process.ts';

const dataDir = emptyDataDir();
const settings = { KINDRED_DATA_DIR: dataDir.path };
afterAll(() => dataDir.remove());

test('a first start that is told to stop, while it fills the shop or trains, ends soon; the next one goes on', async () => {
  for (const afterMs of [5_000, 9_000, 14_000, 20_000]) {
    const { code, errors, endedAfterMs } = await interruptStart(settings, afterMs);
    expect([code, errors]).toEqual([0, '']);
    expect(endedAfterMs).toBeLessThan(10_000);
  }
});

test('an empty folder becomes a shop within 60 s, with a model of its own within 3 minutes more', async () => {
  const shop = await startShop(settings);
  try {
    const home = await fetch(`${shop.url}/`);
    expect(home.status).toBe(200);
    expect(await home.text()).toContain('</html>');
    console.log(`first start: open after ${(shop.openedAfterMs / 1_000).toFixed(1)} s`);
    expect(shop.openedAfterMs).toBeLessThan(60_000);

    const opened = performance.now();
    const version = await activeModel(shop.url, 180_000);
    console.log(`model ${version} active ${((performance.now() - opened) / 1_000).toFixed(1)} s later`);
  } finally {
    expect(await shop.stop()).toBe(0);
  }
});

test('later starts answer within 3 s, the fastest of three, with the model at once', async () => {
  const openedAfterMs: number[] = [];
  for (let start = 0; start < 3; start++) {
    const shop = await startShop(settings);
    try {
      const home = await fetch(`${shop.url}/`);
      expect(home.status).toBe(200);
      expect(await home.text()).toContain('</html>');
      openedAfterMs.push(shop.openedAfterMs);
      await activeModel(shop.url, 1);
    } finally {
      expect(await shop.stop()).toBe(0);
    }
  }
  console.log(`later starts: open after ${openedAfterMs.map((ms) => (ms / 1_000).toFixed(1)).join(', ')} s`);
  expect(Math.min(...openedAfterMs)).toBeLessThan(3_000);
});

test('a client that never reads its answer does not keep the shop from stopping', async () => {
  const shop = await startShop(settings);
  await fetch(`${shop.url}/`);
  expect(await shop.stop()).toBe(0);
});
