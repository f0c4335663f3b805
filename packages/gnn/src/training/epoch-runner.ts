import type { SharedHeap } from '../kernels/shared-heap.ts';
import type { LossBatch } from '../losses/loss-batch.ts';
import { allocateBatchBuffers } from './batch-buffers.ts';
import type { BatchSampler } from './batch-sampler.ts';

/** What makes the steps of a training. */
export interface Stepper {
  /** Where batches are stored. */
  readonly heap: SharedHeap;
  /** Makes one step and returns the batch's loss. */
  step(batch: LossBatch, learningRate: number): Promise<number>;
}

export interface Schedule {
  readonly learningRate: number;
  /** How the learning rate changes over the epochs: not at all, or in a straight line to zero at the end of `maxEpochs`. */
  readonly schedule: 'constant' | 'linear';
  readonly maxEpochs: number;
}

/** Runs epochs. It samples the next batch while the stepper works on the current one. Rejects when a loss is not a number. */
export function createEpochRunner(
  stepper: Stepper,
  sampler: BatchSampler,
  { learningRate, schedule, maxEpochs }: Schedule,
  signal: AbortSignal | undefined,
): (epoch: number) => Promise<number> {
  const buffers = [
    allocateBatchBuffers(stepper.heap, sampler.capacity),
    allocateBatchBuffers(stepper.heap, sampler.capacity),
  ] as const;
  const totalSteps = maxEpochs * sampler.numBatches;
  return async (epoch) => {
    sampler.shuffle();
    let sum = 0;
    let next = sampler.fill(0, buffers[0]);
    for (let b = 0; b < sampler.numBatches; b++) {
      signal?.throwIfAborted();
      const done = (epoch - 1) * sampler.numBatches + b;
      const rate = schedule === 'linear' ? learningRate * (1 - done / totalSteps) : learningRate;
      const sampleNext = async () =>
        b + 1 < sampler.numBatches ? sampler.fill(b + 1, buffers[((b + 1) % 2) as 0 | 1]) : next;
      const [loss, following] = await Promise.all([stepper.step(next, rate), sampleNext()]);
      next = following;
      if (!Number.isFinite(loss)) {
        throw new Error(
          `The loss became ${loss} in epoch ${epoch}. Lower the learning rate or raise the temperature.`,
        );
      }
      sum += loss;
    }
    return sum / sampler.numBatches;
  };
}
