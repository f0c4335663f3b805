import { expect, test } from 'vitest';
import { createFactorModel } from '../serving/factor-model.ts';
import { groupOfItem, plantInteractions } from '../testing/planted-interactions.ts';
import { type TrainingProgress, trainRecommender } from './train-recommender.ts';

test('finds a planted pattern, beats popularity on the newest interactions and passes the gate', async () => {
  const progress: TrainingProgress[] = [];
  const trained = await trainRecommender({
    interactions: plantInteractions(),
    seed: 1,
    threads: 2,
    onProgress: (one) => progress.push(one),
  });
  const { holdout, popularity } = trained.report;
  expect(holdout.recall).toBeGreaterThan(2 * popularity.recall);
  expect(trained.gate).toEqual({ passed: true });
  expect(new Set(progress.map(({ phase }) => phase))).toEqual(new Set(['search', 'refit']));
  expect(progress.at(-1)!.remainingMs).toBe(0);

  const { userIds, itemIds, model } = trained;
  const served = createFactorModel({ version: 'v', kind: 'lightgcn', userIds, itemIds, ...model.embeddings });
  const shelf = served.recommendForUser({ userId: 'user-3', recent: [], exclude: new Set(), k: 10 });
  const own = shelf.filter(({ itemId }) => groupOfItem(itemId) === 3);
  expect(own.length).toBeGreaterThanOrEqual(8);
});

test('the same interactions and seed give the same model, whatever the threads', async () => {
  const interactions = plantInteractions({ usersAGroup: 15 });
  const [one, two] = [
    await trainRecommender({ interactions, seed: 5, threads: 1 }),
    await trainRecommender({ interactions, seed: 5, threads: 2 }),
  ];
  expect(two.model.embeddings.itemEmbeddings.data).toEqual(one.model.embeddings.itemEmbeddings.data);
  expect(two.model.embeddings.userEmbeddings.data).toEqual(one.model.embeddings.userEmbeddings.data);
});

test('stops when it is told to', async () => {
  const controller = new AbortController();
  const training = trainRecommender({
    interactions: plantInteractions(),
    seed: 1,
    threads: 1,
    signal: controller.signal,
    onProgress: () => controller.abort(new Error('enough')),
  });
  await expect(training).rejects.toThrow('enough');
});
