/** @file The short form of the proof `crawl`, on the demo shop. */
import { expect, test } from 'vitest';
import { crawlShop } from './crawl/crawl-shop.ts';
import { copyDemoShop } from './demo-shop.ts';
import { startShop } from './shop-process.ts';

test('pages are valid, say in JSON-LD what they show, and lead to pages that answer', async () => {
  const dataDir = await copyDemoShop();
  const shop = await startShop({ KINDRED_DATA_DIR: dataDir.path });
  try {
    const { faults, pages, data } = await crawlShop({ shopUrl: shop.url, limit: 60 });
    expect(faults).toEqual([]);
    expect(pages).toBe(60);
    for (const type of ['BreadcrumbList', 'Organization', 'Product', 'WebSite'])
      expect(data[type], type).toBeGreaterThan(0);
  } finally {
    await shop.stop();
    dataDir.remove();
  }
});
