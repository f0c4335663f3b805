import { openHostileShop } from '../../apps/server/src/testing/import/open-hostile-shop.ts';
import { seededRandom } from '../../apps/server/src/testing/servers/file-server.ts';
import { defineProof } from '../proof.ts';

export const proof = defineProof({
  summary:
    'Lists, product pages and searches can show every row that an import accepts, within their schemas.',
  seed: 13,
  parameters: { products: 5_000, reviews: 5_000, every: 50, categories: 500 },
  short: { products: 120, reviews: 120, every: 30, categories: 30 },
  needsDatabase: true,

  async run({ seed, parameters, signal, report }) {
    const { counts, violations } = await openHostileShop({
      ...parameters,
      random: seededRandom(seed),
      signal,
      report,
    });
    return { figures: counts, violations };
  },
});
