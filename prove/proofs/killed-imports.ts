import { generateDemoData } from '@kindred/demo/data';
import { killImports } from '../../apps/server/src/testing/import/kill-imports.ts';
import { seededRandom } from '../../apps/server/src/testing/servers/file-server.ts';
import { defineProof } from '../proof.ts';

export const proof = defineProof({
  summary: 'An import that is killed repeatedly ends with the same tables as one that is not.',
  seed: 11,
  parameters: { products: 8_000, reviews: 45_000, kills: 3, batchRows: 2_000, leastKilled: 4 },
  short: { products: 400, reviews: 3_000, kills: 1, batchRows: 50, leastKilled: 1 },
  needsDatabase: true,

  async run({ seed, parameters, signal }) {
    const { products, reviews, kills, batchRows, leastKilled } = parameters;
    const users = Math.ceil(reviews / 9);
    const { killed, violations } = await killImports({
      random: seededRandom(seed),
      writeFiles: (outDir) => generateDemoData({ outDir, products, users, reviews, seed }),
      kills,
      batchRows,
      signal,
    });
    // On a quick machine the last kills may come too late.
    if (killed < leastKilled)
      violations.push(`Only ${killed} of the processes were killed before their end.`);
    return { figures: { products, reviews, kills: 2 * kills, killed_before_their_end: killed }, violations };
  },
});
