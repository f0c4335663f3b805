import { hostStorefront } from '../../apps/server/src/host-storefront.ts';
import { freePort } from '../../apps/server/src/testing/servers/free-port.ts';
import { createTestShop } from '../../apps/server/src/testing/test-shop.ts';
import { missingForBrowser } from '../../e2e/browser.ts';
import { crawlShop } from '../../e2e/crawl/crawl-shop.ts';
import { defineProof } from '../proof.ts';

export const proof = defineProof({
  summary:
    'Every link of a crawl from the home page and the sitemap answers; each page is valid HTML, says in JSON-LD what it shows, and shows no product twice.',
  seed: 3,
  parameters: { pages: 3_000, products: 240 },
  short: { pages: 0 },
  needsDatabase: true,
  missing: ({ pages }) => (pages === 0 ? 'Its short form is e2e/crawl.test.ts.' : missingForBrowser()),

  async run({ seed, parameters, signal, report }) {
    const size = { products: parameters.products, users: 400, reviews: 4_000, seed };
    const port = await freePort();
    const shop = await createTestShop({ size, env: { PORT: String(port) } });
    try {
      const { publicUrl } = shop.services.runtime.config;
      await hostStorefront(shop.app, { mode: 'production', publicUrl });
      const shopUrl = await shop.app.listen({ host: '127.0.0.1', port });
      const { faults, ...figures } = await crawlShop({ shopUrl, limit: parameters.pages, signal, report });
      return { figures, violations: faults };
    } finally {
      await shop.close();
    }
  },
});
