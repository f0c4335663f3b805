import { seededRandom } from '../../apps/server/src/testing/servers/file-server.ts';
import { stopUnderLoad } from '../../apps/server/src/testing/stop-under-load.ts';
import { createTestShop, smallSize } from '../../apps/server/src/testing/test-shop.ts';
import { defineProof } from '../proof.ts';

export const proof = defineProof({
  summary:
    'SIGTERM during checkouts, order events and pages: every request is answered or was never accepted.',
  seed: 1,
  parameters: { rounds: 10, checkouts: 200, streams: 50, visitors: 8, delaySeconds: 2 },
  short: { rounds: 1, checkouts: 20, streams: 5, visitors: 2, delaySeconds: 1 },
  needsDatabase: true,

  async run({ seed, parameters, signal, report }) {
    const shop = await createTestShop({ size: smallSize });
    const random = seededRandom(seed);
    const violations: string[] = [];
    const totals: Record<string, number> = {};
    let slowestEndMs = 0;
    let slowestNoticeMs = 0;
    try {
      for (let round = 1; round <= parameters.rounds; round++) {
        signal.throwIfAborted();
        const stop = await stopUnderLoad(shop, parameters, random);
        for (const [name, count] of Object.entries(stop.counts)) totals[name] = (totals[name] ?? 0) + count;
        slowestEndMs = Math.max(slowestEndMs, stop.endedAfterMs);
        slowestNoticeMs = Math.max(slowestNoticeMs, stop.noticedAfterMs);
        violations.push(...stop.violations.map((sentence) => `Round ${round}: ${sentence}`));
        report(`round ${round} ended after ${stop.endedAfterMs} ms: ${JSON.stringify(stop.counts)}`);
      }
    } finally {
      await shop.close();
    }
    return {
      figures: {
        rounds: parameters.rounds,
        ...totals,
        slowest_end_ms: slowestEndMs,
        slowest_readyz_503_ms: slowestNoticeMs,
      },
      violations,
    };
  },
});
