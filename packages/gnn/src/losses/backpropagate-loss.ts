/**
 * @file From a batch's outputs to their gradients, on all threads of a pool. The threads share the users, and then the items.
 * One thread computes each row's sum, in a fixed order, so the result does not depend on the number of threads.
 */
import { shareOf, type TaskContext } from '../kernels/threads/task.ts';
import type { LossBatch, LossBuffers } from './loss-batch.ts';
import type { LossConfig } from './loss-config.ts';

/** The number of users whose scores fit the second-level cache together. */
const USERS_PER_TILE = 32;
/** The number of steps of a product whose operands fit the first-level cache. */
const DEPTH_BLOCK = 128;

/** Fills `coefficients`, `losses` and `gradients`. Starts and ends at a barrier; `features` must be complete on entry. */
export function backpropagateLoss(
  context: TaskContext,
  loss: LossConfig,
  batch: LossBatch,
  buffers: LossBuffers,
): void {
  const { kernels } = context;
  const { features, gradients, inverseNorms, rowBytes } = buffers;
  const isCosine = loss.kind === 'sampled-softmax' && loss.similarity === 'cosine';
  context.barrier();
  const slots = shareOf(context, batch.numSlots);
  if (isCosine) {
    kernels.normalizeRows(features, inverseNorms, rowBytes, slots.from, slots.to);
    context.barrier();
  }
  if (loss.kind === 'bpr') {
    scoreBprUsers(context, batch, buffers);
  } else {
    packNegatives(context, batch, buffers);
    context.barrier();
    scoreSoftmaxUsers(context, loss.temperature, batch, buffers);
  }
  context.barrier();
  if (loss.kind === 'sampled-softmax') pullNegatives(context, batch, buffers);
  pullItems(context, batch, buffers);
  context.barrier();
  if (isCosine) {
    kernels.normalizeRowsBackward(features, inverseNorms, gradients, rowBytes, slots.from, slots.to);
    context.barrier();
  }
}

function scoreBprUsers(context: TaskContext, batch: LossBatch, buffers: LossBuffers): void {
  const { from, to } = shareOf(context, batch.numUsers);
  const { features, rowBytes, coefficients, losses } = buffers;
  context.kernels.bpr(
    features,
    rowBytes,
    batch.edgePointers,
    batch.edgeItems,
    coefficients,
    losses,
    from,
    to,
    1 / batch.numPairs,
  );
  pullUsers(context, batch, buffers, from, to, false);
}

function packNegatives(
  context: TaskContext,
  batch: LossBatch,
  { features, rowBytes, panels }: LossBuffers,
): void {
  const { from, to } = shareOf(context, batch.numNegatives, 16);
  context.kernels.packPanels(features + batch.numUsers * rowBytes, rowBytes, rowBytes / 4, from, to, panels);
}

function scoreSoftmaxUsers(
  context: TaskContext,
  temperature: number,
  batch: LossBatch,
  buffers: LossBuffers,
): void {
  const { kernels } = context;
  const { features, gradients, rowBytes, scores, scoreBytes } = buffers;
  const { from, to } = shareOf(context, batch.numUsers, USERS_PER_TILE);
  const dim = rowBytes / 4;
  const negatives = features + batch.numUsers * rowBytes;
  for (let tile = from; tile < to; tile += USERS_PER_TILE) {
    const count = Math.min(USERS_PER_TILE, to - tile);
    const users = features + tile * rowBytes;
    const tileScores = scores + tile * scoreBytes;
    kernels.multiply(
      users,
      rowBytes,
      4,
      buffers.panels,
      dim * 64,
      64,
      tileScores,
      scoreBytes,
      count,
      batch.numNegatives / 16,
      dim,
      false,
    );
    kernels.sampledSoftmax(
      tileScores,
      scoreBytes,
      batch.numNegatives,
      batch.maskPointers,
      batch.maskNegatives,
      features,
      rowBytes,
      batch.edgePointers,
      batch.edgeItems,
      buffers.coefficients,
      buffers.losses,
      tile,
      tile + count,
      1 / temperature,
      1 / (temperature * batch.numPairs),
    );
    for (let first = 0; first < batch.numNegatives; first += DEPTH_BLOCK) {
      kernels.multiply(
        tileScores + first * 4,
        scoreBytes,
        4,
        negatives + first * rowBytes,
        64,
        rowBytes,
        gradients + tile * rowBytes,
        rowBytes,
        count,
        dim / 16,
        Math.min(DEPTH_BLOCK, batch.numNegatives - first),
        first > 0,
      );
    }
    pullUsers(context, batch, buffers, tile, tile + count, true);
  }
}

/** The negatives' gradients: the derivatives by their scores, transposed, times the users. */
function pullNegatives(context: TaskContext, batch: LossBatch, buffers: LossBuffers): void {
  const { features, gradients, rowBytes, scores, scoreBytes } = buffers;
  const { from, to } = shareOf(context, batch.numNegatives, 16);
  for (let first = 0; first < batch.numUsers; first += DEPTH_BLOCK) {
    context.kernels.multiply(
      scores + first * scoreBytes + from * 4,
      4,
      scoreBytes,
      features + first * rowBytes,
      64,
      rowBytes,
      gradients + (batch.numUsers + from) * rowBytes,
      rowBytes,
      to - from,
      rowBytes / 64,
      Math.min(DEPTH_BLOCK, batch.numUsers - first),
      first > 0,
    );
  }
}

function pullUsers(
  { kernels }: TaskContext,
  batch: LossBatch,
  { features, gradients, rowBytes, coefficients }: LossBuffers,
  from: number,
  to: number,
  accumulate: boolean,
): void {
  kernels.sumWeightedRows(
    batch.edgePointers,
    0,
    batch.edgeItems,
    coefficients,
    features,
    rowBytes,
    gradients,
    from,
    to,
    accumulate,
  );
}

function pullItems(
  context: TaskContext,
  batch: LossBatch,
  { features, gradients, rowBytes, coefficients }: LossBuffers,
): void {
  const { numUsers, numNegatives, numSlots } = batch;
  const firstItem = numUsers + numNegatives;
  const { from, to } = shareOf(context, numSlots - firstItem);
  context.kernels.sumWeightedRows(
    batch.itemEdgePointers,
    batch.itemEdges,
    batch.edgeUsers,
    coefficients,
    features,
    rowBytes,
    gradients + firstItem * rowBytes,
    from,
    to,
    false,
  );
}
