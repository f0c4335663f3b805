/**
 * @file Takes the pictures of docs/screenshots from a demo shop that runs on this machine: `npm run screenshots -- http://localhost:3000`.
 * KINDRED_DATA_DIR or DATABASE_URL names its data. It places orders there. The home page is that of a visitor who has looked at three products.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { productsForSale } from '../e2e/api-orders.ts';
import { createApiMerchant, createApiVisitor } from '../e2e/api-visitor.ts';
import { openBrowser } from '../e2e/browser.ts';
import { screens } from '../e2e/screens/screens.ts';
import { setStage } from '../e2e/screens/stage.ts';

const [base] = process.argv.slice(2);
if (!base) {
  console.error('Name the shop: npm run screenshots -- http://localhost:3000');
  process.exit(2);
}
const shown = ['home', 'category', 'product', 'cart', 'checkout-delivery', 'order-partly-shipped'];
const heights = { 360: 2_000, 768: 1_800, 1440: 1_800 };

const folder = join(import.meta.dirname, '../docs/screenshots');
mkdirSync(folder, { recursive: true });

const { KINDRED_DATA_DIR, DATABASE_URL } = process.env;
const merchant = await createApiMerchant(base, {
  ...(KINDRED_DATA_DIR !== undefined && { KINDRED_DATA_DIR }),
  ...(DATABASE_URL !== undefined && { DATABASE_URL }),
});
const stage = await setStage(base, merchant, { skip: 10 });
const viewed = await productsForSale(createApiVisitor(base), { count: 3 });

const browser = await openBrowser();
try {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [width, height] of Object.entries(heights))
      for (const screen of screens.filter(({ name }) => shown.includes(name))) {
        const context = await browser.newContext({
          baseURL: base,
          colorScheme,
          viewport: { width: Number(width), height },
          reducedMotion: 'reduce',
        });
        await stage.visitors[screen.as].lendTo(context);
        const page = await context.newPage();
        if (screen.name === 'home') for (const { product_id } of viewed) await page.goto(`/p/${product_id}`);
        await screen.open(page, stage);
        await page.screenshot({
          path: join(folder, `${screen.name}-${width}-${colorScheme}.jpg`),
          type: 'jpeg',
          quality: 82,
        });
        await context.close();
      }
} finally {
  await browser.close();
}
