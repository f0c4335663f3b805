import { proveNextRequest } from '../../apps/server/src/testing/next-request/index.ts';
import { defineProof } from '../proof.ts';

export const proof = defineProof({
  summary:
    'Whatever shoppers and merchants do at one node, the next page of another node follows it: no shelf shows what it may not, the shelves of a page share no item, and none is empty as long as something may be shown.',
  seed: 1,
  parameters: { sequences: 300, steps: 60 },
  short: { sequences: 3, steps: 30 },
  needsDatabase: true,
  async run({ seed, parameters: { sequences, steps }, signal, report }) {
    return proveNextRequest({
      seed,
      sequences,
      steps,
      onProgress(played) {
        signal.throwIfAborted();
        if (played % 20 === 0) report(`${played} of ${sequences}`);
      },
    });
  },
});
