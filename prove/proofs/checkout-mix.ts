import { mixCheckouts } from '../../apps/server/src/testing/checkout-mix.ts';
import { startNodeProcess } from '../../apps/server/src/testing/processes/node-process.ts';
import { seededRandom } from '../../apps/server/src/testing/servers/file-server.ts';
import { createTestShop, smallSize } from '../../apps/server/src/testing/test-shop.ts';
import { defineProof } from '../proof.ts';

export const proof = defineProof({
  summary: 'Sold and remaining stock add up under orders, cancellations, refunds and expiries on two nodes.',
  seed: 1,
  parameters: { purchases: 3_000, least: 6 },
  short: { purchases: 30, least: 1 },
  needsDatabase: true,

  async run({ seed, parameters, signal }) {
    const shop = await createTestShop({ size: smallSize });
    const other = await startNodeProcess(shop);
    try {
      const random = seededRandom(seed);
      const { counts, violations } = await mixCheckouts(shop, other, { ...parameters, random, signal });
      return { figures: counts, violations };
    } finally {
      await other.stop();
      await shop.close();
    }
  },
});
