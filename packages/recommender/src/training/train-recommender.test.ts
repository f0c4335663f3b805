import { describe, expect, test } from 'vitest';
import { modelKindNamed, modelKinds } from '../models/model-kinds.ts';
import { createRecommender } from '../serving/recommender.ts';
import { groupOfItem, plantedFeatures, plantInteractions } from '../testing/planted-interactions.ts';
import { NothingToTestError, type TrainingProgress, trainRecommender } from './train-recommender.ts';

describe.each(modelKinds)('$name', (kind) => {
  test('finds a planted pattern, beats popularity on the newest interactions and passes the gate', async () => {
    const progress: TrainingProgress[] = [];
    const interactions = plantInteractions();
    const trained = await trainRecommender({
      kind,
      interactions,
      itemFeatures: plantedFeatures(interactions),
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

    const served = createRecommender({ ...trained, version: 'v' });
    const history = [1_065, 1_071, 1_066].map((itemId) => ({ itemId, weight: 1 }));
    const shelf = served.recommendForHistory({ history, exclude: new Set<number>(), k: 10 });
    const own = shelf.filter(({ itemId }) => groupOfItem(itemId) === 3);
    expect(own.length).toBeGreaterThanOrEqual(8);
  });

  test('learns the same of the same interactions and seed, whatever the threads', async () => {
    const interactions = plantInteractions({ usersAGroup: 15 });
    const itemFeatures = plantedFeatures(interactions);
    const tensors = async (threads: number) => {
      const { model, lists } = await trainRecommender({
        kind,
        interactions,
        itemFeatures,
        seed: 5,
        threads,
      });
      return { model: model.tensors(), lists };
    };
    expect(await tensors(2)).toEqual(await tensors(1));
  });

  test('stops when its signal aborts', async () => {
    const controller = new AbortController();
    const interactions = plantInteractions();
    const training = trainRecommender({
      kind,
      interactions,
      itemFeatures: plantedFeatures(interactions),
      seed: 1,
      threads: 1,
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(training).rejects.toThrow('enough');
  });
});

const kind = modelKindNamed('co-purchase');

test('learns from items that cannot be recommended, but does not test on them', async () => {
  const interactions = plantInteractions({ usersAGroup: 15 });
  const all = await trainRecommender({ kind, interactions, seed: 5, threads: 1 });
  // The first half of each group's items is known only from reviews.
  const isOffered = (itemId: number) => (itemId - 1_000) % 20 >= 10;
  const half = await trainRecommender({ kind, interactions, isOffered, seed: 5, threads: 1 });
  expect(half.report.graph).toEqual(all.report.graph);
  expect(half.report.holdout.numUsers).toBeLessThan(all.report.holdout.numUsers);
  // Among half as many items, a list of twenty holds about twice as many of the test items.
  expect(half.report.popularity.recall).toBeGreaterThan(1.5 * all.report.popularity.recall);
});

test('rejects when no item that can be recommended is left to test on', async () => {
  const training = trainRecommender({
    kind,
    interactions: plantInteractions(),
    isOffered: () => false,
    seed: 1,
    threads: 1,
  });
  await expect(training).rejects.toThrow(NothingToTestError);
});
