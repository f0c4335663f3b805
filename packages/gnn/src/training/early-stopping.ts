import type { RankingMetrics } from '../metrics/ranking-metrics.ts';

export interface EpochRecord {
  /** Counts from 1. Record 0 is the start, before any step: it has a validation metric and a loss of NaN. */
  readonly epoch: number;
  /** The mean loss over the epoch's batches, without the L2 term. */
  readonly loss: number;
  /** On the held-out interactions; absent without validation. */
  readonly validation?: RankingMetrics;
}

/** A model in training, whatever its kind. */
export interface Trainee<Snapshot> {
  /** Goes over the training data once and returns the mean loss. Epochs count from 1. */
  runEpoch(epoch: number): Promise<number>;
  /** Measures the current parameters. Without it, each epoch counts as better than the one before. */
  readonly validate?: (() => Promise<RankingMetrics>) | undefined;
  /** A copy of the parameters. */
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
}

export interface EarlyStoppingOptions {
  readonly maxEpochs: number;
  /** Epochs without a better Recall@K before training stops. */
  readonly patience: number;
  readonly onRecord?: (record: EpochRecord, isBest: boolean) => void;
}

/**
 * Trains until `maxEpochs`, or until `patience` epochs in a row did not improve the validation Recall@K, and leaves the trainee with the
 * parameters of its best epoch. Of equal epochs the first is best; 0 is the start. Rejects with the errors of `runEpoch` and `validate`.
 */
export async function trainWithEarlyStopping<Snapshot>(
  trainee: Trainee<Snapshot>,
  { maxEpochs, patience, onRecord }: EarlyStoppingOptions,
): Promise<{ history: readonly EpochRecord[]; bestEpoch: number }> {
  const history: EpochRecord[] = [];
  let best: { epoch: number; recall: number; snapshot?: Snapshot } = { epoch: 0, recall: -Infinity };
  const record = async (epoch: number, loss: number) => {
    const validation = await trainee.validate?.();
    const entry = { epoch, loss, ...(validation && { validation }) };
    history.push(entry);
    const isBest = !validation || validation.recall > best.recall;
    // Without validation the last epoch is the best, and the trainee already has its parameters.
    if (isBest)
      best = validation
        ? { epoch, recall: validation.recall, snapshot: trainee.snapshot() }
        : { epoch, recall: 0 };
    onRecord?.(entry, isBest);
  };

  await record(0, Number.NaN);
  for (let epoch = 1; epoch <= maxEpochs && epoch - best.epoch <= patience; epoch++)
    await record(epoch, await trainee.runEpoch(epoch));
  if (best.snapshot !== undefined) trainee.restore(best.snapshot);
  return { history, bestEpoch: best.epoch };
}
