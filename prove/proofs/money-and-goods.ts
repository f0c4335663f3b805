import { proveMoneyAndGoods } from '../../apps/server/src/testing/money-and-goods/index.ts';
import { defineProof } from '../proof.ts';

export const proof = defineProof({
  summary:
    'Whatever happens to orders, in whatever order and at once, no more goods are sold and shipped than there were, and no more money goes back than was paid.',
  seed: 1,
  parameters: { sequences: 10_000, lanes: 4 },
  short: { sequences: 120, lanes: 2 },
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
