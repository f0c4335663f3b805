import { proveMoneyAndGoods } from '../../apps/server/src/testing/money-and-goods/index.ts';
import { defineProof } from '../proof.ts';

export const proof = defineProof({
  summary:
    'Under any sequence of events on orders, also concurrent ones, the shop never sells and ships more goods than it had, and never refunds more money than was paid.',
  seed: 1,
  parameters: { sequences: 10_000, lanes: 4 },
  short: { sequences: 50, lanes: 2 },
  needsDatabase: true,
  async run({ seed, parameters: { sequences, lanes }, signal, report }) {
    return proveMoneyAndGoods({
      seed,
      sequences,
      lanes,
      onProgress(done) {
        signal.throwIfAborted();
        if (done % 500 === 0) report(`${done} of ${sequences}`);
      },
    });
  },
});
