import { trainLightGCN } from '@kindred/gnn';
import { splitInteractions } from '../packages/gnn/src/graph/split-interactions.ts';
import { evaluateRanking } from '../packages/gnn/src/metrics/evaluate-ranking.ts';
import { createEmbeddingRanker } from '../packages/gnn/src/models/embedding-ranker.ts';
import { readDataset } from './light-gcn-data.ts';

const [name, json = '{}', threads = '2'] = process.argv.slice(2);
const { train } = readDataset(name!);
const { train: graph, heldOut: validation } = splitInteractions(train, {
  fraction: 0.2,
  seed: 77,
  maxUsers: 2000,
});
const r = await trainLightGCN({
  graph,
  validation,
  threads: Number(threads),
  config: JSON.parse(json),
  onProgress: (p) =>
    console.log(
      `${p.epoch}\tloss ${p.loss.toFixed(4)}\trecall ${p.validation?.recall.toFixed(4)}\tndcg ${p.validation?.ndcg.toFixed(4)}\t${(p.elapsedMs / 1000).toFixed(1)}s`,
    ),
});
const b0 = r.config.itemNormExponent;
const { userEmbeddings, itemEmbeddings: e } = r.model;
for (const beta of [0, 0.15, 0.25, 0.35, 0.5]) {
  const data = e.data.slice();
  for (let i = 0; i < e.rows; i++) {
    const row = data.subarray(i * e.columns, (i + 1) * e.columns);
    const n = Math.hypot(...row) || 1;
    for (let c = 0; c < row.length; c++) row[c]! *= n ** (beta / b0 - 1);
  }
  const [m] = await evaluateRanking({
    ranker: createEmbeddingRanker(graph, { userEmbeddings, itemEmbeddings: { ...e, data } }),
    train: graph,
    test: validation,
  });
  console.log('beta', beta, m!.recall.toFixed(4), m!.ndcg.toFixed(4));
}
console.log('best', r.bestEpoch, json);
