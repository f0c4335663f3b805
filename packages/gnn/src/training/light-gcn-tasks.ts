/** @file The tasks of a training run's threads. Each thread carries its planes of columns through all layers without waiting for the others. */
import type { Address } from '../kernels/kernel-exports.ts';
import type { TaskContext } from '../kernels/threads/task.ts';
import { tasks as topKTasks } from '../kernels/top-k/tasks.ts';
import { backpropagateLoss } from '../losses/backpropagate-loss.ts';
import type { LossBatch, LossBuffers } from '../losses/loss-batch.ts';
import type { LossConfig } from '../losses/loss-config.ts';
import {
  backwardLayers,
  combineFoldIn,
  combineLayers,
  propagateLayers,
  type RowsOut,
  readTable,
} from '../nn/light-gcn-layers.ts';
import { type LightGCNState, planeAddress } from '../nn/light-gcn-state.ts';
import { type AdamStep, updatePlane } from '../optimizers/adam.ts';
import { PLANE_ROW_BYTES } from '../tensor/planes.ts';

export interface StepArgs {
  readonly state: LightGCNState;
  readonly loss: LossConfig;
  readonly batch: LossBatch;
  readonly buffers: LossBuffers;
  /** The factor of the squared norms of the batch's rows of the table (half of it, as a loss). */
  readonly l2: number;
  readonly adam: AdamStep;
  readonly moments: Moments;
}

/** Adam's moments, laid out as a layer. */
export interface Moments {
  readonly first: Address;
  readonly second: Address;
}

export interface ReadArgs {
  readonly state: LightGCNState;
  readonly what: 'table' | 'final' | 'fold-in';
  readonly nodes: Address;
  readonly count: number;
  readonly rows: Address;
}

export const tasks = {
  ...topKTasks,

  /** One step: forward, loss, backward, Adam. */
  step(context: TaskContext, args: StepArgs): void {
    forward(context, args);
    backpropagateLoss(context, args.loss, args.batch, args.buffers);
    backward(context, args, true);
  },

  /** A step's gradient without its update, left scaled in layer 1 or 2; for tests. */
  gradient(context: TaskContext, args: StepArgs): void {
    forward(context, args);
    backpropagateLoss(context, args.loss, args.batch, args.buffers);
    backward(context, args, false);
  },

  /** Writes embeddings of the requested nodes (all from 0 when `nodes` is 0), row-major, padded to whole planes. */
  read(context: TaskContext, { state, what, nodes, count, rows }: ReadArgs): void {
    const out: RowsOut = { nodes, from: 0, to: count, rows, rowBytes: state.numPlanes * PLANE_ROW_BYTES };
    forEachPlane(context, state, (plane) => {
      if (what === 'table') return readTable(context.kernels, state, plane, out);
      propagateLayers(context.kernels, state, plane);
      if (what === 'final') combineLayers(context.kernels, state, plane, out);
      else combineFoldIn(context.kernels, state, plane, out);
    });
  },
};

export type LightGCNTasks = typeof tasks;

function forward(context: TaskContext, { state, batch, buffers }: StepArgs): void {
  forEachPlane(context, state, (plane) => {
    propagateLayers(context.kernels, state, plane);
    combineLayers(context.kernels, state, plane, {
      nodes: batch.nodes,
      from: 0,
      to: batch.numSlots,
      rows: buffers.features,
      rowBytes: buffers.rowBytes,
    });
  });
}

function backward(context: TaskContext, args: StepArgs, isUpdating: boolean): void {
  const { kernels } = context;
  const { state, batch, buffers, l2, adam, moments } = args;
  forEachPlane(context, state, (plane) => {
    const q = backwardLayers(kernels, state, plane, {
      nodes: batch.nodes,
      count: batch.numSlots,
      gradients: buffers.gradients,
      rowBytes: buffers.rowBytes,
    });
    const z = planeAddress(state, 0, plane);
    if (l2 > 0) kernels.scatterWeightedRows(batch.nodes, batch.numSlots, batch.weights, l2, z, q);
    if (!isUpdating) return;
    const planeBytes = plane * state.numNodes * PLANE_ROW_BYTES;
    updatePlane(
      kernels,
      {
        z,
        q,
        firstMoment: moments.first + planeBytes,
        secondMoment: moments.second + planeBytes,
        scale: state.inverseRootDegrees,
        unscale: state.rootDegrees,
        rows: state.numNodes,
      },
      adam,
    );
  });
}

function forEachPlane(
  { thread, threads }: TaskContext,
  state: LightGCNState,
  visit: (plane: number) => void,
): void {
  for (let plane = thread; plane < state.numPlanes; plane += threads) visit(plane);
}
