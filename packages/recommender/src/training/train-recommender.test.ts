import { beforeAll, describe, expect, test } from 'vitest';
import { createFactorModel } from '../serving/factor-model.ts';
import { groupOfItem, plantInteractions } from '../testing/planted-interactions.ts';
import {
  NothingToTestError,
  type TrainedRecommender,
  type TrainingProgress,
  trainRecommender,
} from './train-recommender.ts';

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
  const { numUsers, recallInterval } = holdout;
  expect(trained.gate).toEqual({
    passed: true,
    reason: expect.stringContaining(`above popularity's, give or take`),
  });
  expect(trained.gate.reason).toContain(`tested on ${numUsers} people`);
  expect(recallInterval[0]).toBeLessThan(holdout.recall);
  expect(recallInterval[1]).toBeGreaterThan(holdout.recall);
  expect(new Set(progress.map(({ phase }) => phase))).toEqual(new Set(['search', 'refit']));
  expect(progress.at(-1)!.remainingMs).toBe(0);

  const { userIds, itemIds, model } = trained;
  const served = createFactorModel({ version: 'v', kind: 'lightgcn', userIds, itemIds, ...model.embeddings });
  const shelf = served.recommendForUser({ userId: 'user-3', recent: [], exclude: new Set(), k: 10 });
  const own = shelf.filter(({ itemId }) => groupOfItem(itemId) === 3);
  expect(own.length).toBeGreaterThanOrEqual(8);
});

describe('the same interactions and seed', () => {
  const interactions = plantInteractions({ usersAGroup: 15 });
  let one: TrainedRecommender;
  beforeAll(async () => {
    one = await trainRecommender({ interactions, seed: 5, threads: 1 });
  });

  test('give the same model, whatever the threads', async () => {
    const two = await trainRecommender({ interactions, seed: 5, threads: 2 });
    expect(two.model.embeddings.itemEmbeddings.data).toEqual(one.model.embeddings.itemEmbeddings.data);
    expect(two.model.embeddings.userEmbeddings.data).toEqual(one.model.embeddings.userEmbeddings.data);
  });

  test('are all learnt from when some items cannot be recommended, but these are not tested on', async () => {
    // The first half of each group's items is known from reviews alone.
    const isOffered = (itemId: number) => (itemId - 1_000) % 20 >= 10;
    const half = await trainRecommender({ interactions, isOffered, seed: 5, threads: 1 });
    expect(half.report.graph).toEqual(one.report.graph);
    expect(half.report.holdout.numUsers).toBeLessThan(one.report.holdout.numUsers);
    // With half as many to choose from, twenty hold about twice as much of what is looked for.
    expect(half.report.popularity.recall).toBeGreaterThan(1.5 * one.report.popularity.recall);
  });
});

test('nobody can say whether a model of what cannot be recommended is of use', async () => {
  const training = trainRecommender({
    interactions: plantInteractions(),
    isOffered: () => false,
    seed: 1,
    threads: 1,
  });
  await expect(training).rejects.toThrow(NothingToTestError);
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
