/**
 * @file `npm run bench:validation -- DATASET [CONFIG]`: how the defaults were chosen. Trains on a cut of the training
 * interactions of one data set with a configuration (JSON, over the defaults), and prints the metrics on the held-out part for
 * each epoch, and for other exponents of the items' norms. It never reads the test set's answers.
 */
import {
  createEmbeddingRanker,
  evaluateRanking,
  type LightGCN,
  type LightGCNConfig,
  type Matrix,
  splitInteractions,
  trainLightGCN,
} from '@kindred/gnn';
import type { HeldOutSplit } from '../packages/gnn/src/graph/split-interactions.ts';
import { readDataset } from './light-gcn-data.ts';

const CUT = { fraction: 0.2, seed: 77, maxUsers: 2000 };
const EXPONENTS = [0, 0.15, 0.25, 0.35, 0.5, 1];

const [name, json = '{}'] = process.argv.slice(2);
if (!name) {
  console.error('Usage: npm run bench:validation -- DATASET [CONFIG as JSON]');
  process.exit(2);
}
const split = splitInteractions(readDataset(name).train, CUT);
const { model, config, bestEpoch } = await trainLightGCN({
  graph: split.train,
  validation: split.heldOut,
  config: JSON.parse(json) as Partial<LightGCNConfig>,
  onProgress: ({ epoch, loss, validation, elapsedMs }) => {
    const { recall, ndcg } = validation!;
    const seconds = (elapsedMs / 1000).toFixed(1);
    console.log(
      `epoch ${epoch}  loss ${loss.toFixed(4)}  recall@20 ${recall.toFixed(4)}  ndcg@20 ${ndcg.toFixed(4)}  ${seconds} s`,
    );
  },
});
console.log(`best epoch ${bestEpoch}; exponents of the items' norms at that epoch:`);
for (const exponent of EXPONENTS)
  await measureExponent(model, exponent / config.itemNormExponent, split, exponent);

async function measureExponent(
  { userEmbeddings, itemEmbeddings }: LightGCN,
  power: number,
  { train, heldOut }: HeldOutSplit,
  exponent: number,
) {
  const ranker = createEmbeddingRanker(train, {
    userEmbeddings,
    itemEmbeddings: raisedNorms(itemEmbeddings, power),
  });
  const [metrics] = await evaluateRanking({ ranker, train, test: heldOut });
  console.log(
    `${exponent.toFixed(2)}  recall@20 ${metrics!.recall.toFixed(4)}  ndcg@20 ${metrics!.ndcg.toFixed(4)}`,
  );
}

function raisedNorms({ rows, columns, data }: Matrix, power: number): Matrix {
  const raised = data.slice();
  for (let r = 0; r < rows; r++) {
    const row = raised.subarray(r * columns, (r + 1) * columns);
    const factor = Math.hypot(...row) ** (power - 1);
    if (Number.isFinite(factor))
      raised.set(
        row.map((value) => value * factor),
        r * columns,
      );
  }
  return { rows, columns, data: raised };
}
