/** @file Import, training and recommendations on real data, by command and over HTTP, on the private PostgreSQL or on DATABASE_URL. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDataDir, kindred, startShop } from './shop-process.ts';

const data = process.env.KINDRED_REAL_DATA ?? join(import.meta.dirname, '../../shared/data');
const giftCards = join(data, 'amazon-2018/Gift_Cards');
const files = {
  meta: [join(giftCards, 'meta.jsonl.gz'), join(data, 'amazon-2023/Health_and_Personal_Care/meta.jsonl.gz')],
  reviews: [
    join(giftCards, 'reviews_5core.jsonl.gz'),
    join(data, 'amazon-2023/All_Beauty/5core_rating_only.csv.gz'),
  ],
};

interface Recommended {
  items: { product: { product_id: number; parent_asin: string }; source: string }[];
}

describe.skipIf(!existsSync(data))('the Amazon files', () => {
  const dataDir = emptyDataDir();
  const settings: Record<string, string> = {
    KINDRED_DATA_DIR: dataDir.path,
    KINDRED_DEMO: '0',
    ...(process.env.DATABASE_URL ? { DATABASE_URL: process.env.DATABASE_URL } : {}),
  };
  let userId: string;
  let reviewed: string[];

  beforeAll(async () => {
    const { createReadStream } = await import('node:fs');
    const { createGunzip } = await import('node:zlib');
    const { createInterface } = await import('node:readline');
    const byUser = new Map<string, string[]>();
    const lines = createInterface({ input: createReadStream(files.reviews[0]).pipe(createGunzip()) });
    for await (const line of lines) {
      const { reviewerID, asin } = JSON.parse(line) as { reviewerID: string; asin: string };
      byUser.set(reviewerID, [...(byUser.get(reviewerID) ?? []), asin]);
    }
    [userId, reviewed] = [...byUser].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))[0];
  });

  afterAll(() => dataDir.remove());

  for (const round of ['first', 'second']) {
    test(`the ${round} import leaves 3,261 listed products and 5,500 reviews`, async () => {
      await kindred(['import', 'meta', ...files.meta], settings);
      await kindred(['import', 'reviews', ...files.reviews], settings);
      const counts = await kindred<Record<string, number>>(['doctor'], settings);
      expect(counts).toMatchObject({ listed_products: 1_547 + 1_714, reviews: 2_965 + 2_535 });
    });
  }

  test('a trained model recommends the same on the command line and over HTTP, and no reviewed product', async () => {
    const trained = await kindred<{ status: string }>(['train'], settings);
    expect(trained.status).toBe('active');

    const said = await kindred<Recommended>(['recommend', '--user', userId, '-k', '10'], settings);
    expect(said.items).toHaveLength(10);
    expect(said.items[0].source).toBe('model');
    const asins = said.items.map(({ product }) => product.parent_asin);
    expect(asins.filter((asin) => reviewed.includes(asin))).toEqual([]);

    const { token } = await kindred<{ token: string }>(['token', '--admin'], settings);
    const shop = await startShop(settings);
    try {
      const answer = await fetch(`${shop.url}/api/v1/recommendations?user_id=${userId}&limit=10`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { items } = (await answer.json()) as Recommended;
      expect(items.map(({ product }) => product.parent_asin)).toEqual(asins);
    } finally {
      expect(await shop.stop()).toBe(0);
    }
  });
});
