import { expect, test } from 'vitest';
import type { RankingMetrics } from '../metrics/ranking-metrics.ts';
import { trainWithEarlyStopping } from './early-stopping.ts';

/** Its parameter is the number of epochs that it has run; `recalls[n]` is the recall after n epochs. */
function trainee(recalls?: readonly number[]) {
  let parameter = 0;
  return {
    runEpoch: async (epoch: number) => {
      parameter = epoch;
      return 1 / epoch;
    },
    validate: recalls && (async () => ({ recall: recalls[parameter] }) as RankingMetrics),
    snapshot: () => parameter,
    restore: (snapshot: number) => {
      parameter = snapshot;
    },
    parameter: () => parameter,
  };
}

test('stops when its patience ends, with the parameters of the best epoch', async () => {
  const one = trainee([0.1, 0.3, 0.4, 0.4, 0.2, 0.9]);
  const { bestEpoch, history } = await trainWithEarlyStopping(one, { maxEpochs: 5, patience: 2 });
  expect({ bestEpoch, parameter: one.parameter() }).toEqual({ bestEpoch: 2, parameter: 2 });
  expect(history.map(({ epoch, loss }) => [epoch, loss])).toEqual([
    [0, Number.NaN],
    [1, 1],
    [2, 1 / 2],
    [3, 1 / 3],
    [4, 1 / 4],
  ]);
});

test('keeps the start when no epoch is better', async () => {
  const one = trainee([0.5, 0.4, 0.3, 0.2]);
  const seen: boolean[] = [];
  const options = { maxEpochs: 3, patience: 3, onRecord: (_: unknown, isBest: boolean) => seen.push(isBest) };
  expect((await trainWithEarlyStopping(one, options)).bestEpoch).toBe(0);
  expect({ parameter: one.parameter(), seen }).toEqual({ parameter: 0, seen: [true, false, false, false] });
});

test('goes to the end without validation', async () => {
  const one = trainee();
  const { bestEpoch } = await trainWithEarlyStopping(one, { maxEpochs: 4, patience: 1 });
  expect({ bestEpoch, parameter: one.parameter() }).toEqual({ bestEpoch: 4, parameter: 4 });
});
