import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { benchmark } from '@kindred/recommender';
import { defineProof } from '../proof.ts';

const folderOf = ({ data }: { data: string }) => resolve(import.meta.dirname, '../..', data);

export const proof = defineProof({
  summary:
    'LightGCN with its defaults ranks the films that users watched next on ml-1m far better than popularity does.',
  seed: 1,
  parameters: {
    data: '../shared/data/benchmarks/ml-1m',
    model: 'lightgcn',
    threads: 2,
    leastRecall: 0.26,
    leastNdcg: 0.25,
  },
  short: { model: 'popularity', leastRecall: 0.116, leastNdcg: 0.1 },

  missing(parameters) {
    const folder = folderOf(parameters);
    const isThere = existsSync(join(folder, 'train.txt.gz')) || existsSync(join(folder, 'train.txt'));
    return isThere ? undefined : `${folder} has no train.txt[.gz]: name another folder with --data.`;
  },

  async run({ seed, parameters, signal, report }) {
    const { model, threads, leastRecall, leastNdcg } = parameters;
    const figures = await benchmark({
      directory: folderOf(parameters),
      model,
      seed,
      threads,
      signal,
      onProgress: ({ epoch, maxEpochs, recall }) => {
        if (recall !== undefined)
          report(`epoch ${epoch} of at most ${maxEpochs}: Recall@20 ${recall.toFixed(4)}`);
      },
    });
    const floors = [
      ['recall@20', leastRecall],
      ['ndcg@20', leastNdcg],
    ] as const;
    return {
      figures: { ...figures },
      violations: floors
        .filter(([metric, least]) => figures[metric] < least)
        .map(([metric, least]) => `${metric} is ${figures[metric]}, less than ${least}.`),
    };
  },
});
