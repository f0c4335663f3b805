/**
 * @file Takes the pictures of docs/screenshots from a shop that runs: `node tools/screenshots.ts http://localhost:3000`.
 * Home (as a visitor who has looked at three products), a category and a product, at three widths, light and dark.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../e2e/browser.ts';

const [base] = process.argv.slice(2);
if (!base) {
  console.error('Name the shop: node tools/screenshots.ts http://localhost:3000');
  process.exit(2);
}
const folder = join(import.meta.dirname, '../docs/screenshots');
mkdirSync(folder, { recursive: true });

interface Listed {
  items: { product_id: number }[];
}

async function popular(category: string): Promise<number[]> {
  const answer = await fetch(
    `${base}/api/v1/products?category=${category}&sort=popularity&in_stock=true&limit=3`,
  );
  if (!answer.ok)
    throw new Error(`${answer.status} for the category ${category}: is this the demo catalogue?`);
  return ((await answer.json()) as Listed).items.map(({ product_id }) => product_id);
}

const categories = (await (await fetch(`${base}/api/v1/categories`)).json()) as {
  items: { slug: string; parent_slug: string | null; product_count: number }[];
};
const departments = categories.items.filter(({ parent_slug }) => parent_slug === null);
const department = departments.sort((a, b) => b.product_count - a.product_count)[0].slug;
const viewed = await popular(department);

const pages = { home: '/', category: `/c/${department}`, product: `/p/${viewed[0]}` };
const heights = { 360: 2_000, 768: 1_800, 1440: 1_800 };

const browser = await openBrowser();
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [width, height] of Object.entries(heights)) {
      const context = await browser.newContext({
        baseURL: base,
        colorScheme,
        viewport: { width: Number(width), height },
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      for (const productId of viewed) await page.goto(`/p/${productId}`);
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(path, { waitUntil: 'networkidle' });
        await page.screenshot({
          path: join(folder, `${name}-${width}-${colorScheme}.jpg`),
          type: 'jpeg',
          quality: 82,
        });
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
}
