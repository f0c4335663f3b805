/**
 * @file The interface of a kind of model: it learns, is stored and loaded, and answers. Everything else (the split by time, the
 * test, the gate, the artefact, the commands) is the same for all kinds. docs/guides/add-a-model-kind.md walks through one.
 */
import type { BipartiteGraph, Matrix, Ranker, Tensor } from '@kindred/gnn';
import type { ItemModel } from '../serving/recommender-model.ts';
import type { StoredTensors } from './stored-tensors.ts';

/** The data that a model learns from; users and items are numbers from 0. */
export interface TrainingData {
  readonly graph: BipartiteGraph;
  /** A user's items, the newest first. Missing if their order is unknown. */
  readonly historyOf?: (user: number) => Int32Array;
  /** Features of the items: row i describes item i. */
  readonly itemFeatures?: Matrix;
}

export interface RunProgress {
  /** The current pass of the training, at most `maxEpochs`; 0 before the first. */
  readonly epoch: number;
  readonly maxEpochs: number;
  /** NaN before the first pass, and for kinds without a loss. */
  readonly loss: number;
  /** Recall@20 on interactions that the training set aside, if it set any aside. */
  readonly recall: number | undefined;
  readonly elapsedMs: number;
  readonly remainingMs: number;
}

export interface TrainingRun {
  /** The same data and seed produce the same model. */
  readonly seed: number;
  readonly threads: number;
  readonly onProgress?: (progress: RunProgress) => void;
  /** When it aborts, the training rejects with its reason. */
  readonly signal?: AbortSignal;
}

/** A model and its training settings, as JSON for the manifest. */
export interface Learnt {
  readonly model: TrainedModel;
  readonly config: Readonly<Record<string, unknown>>;
}

export interface Training extends Learnt {
  /** The epoch that the model comes from. Only for kinds that learn in epochs and stop early. */
  readonly bestEpoch?: number;
  /** Learns from other data with the settings that this training found best, and sets no interactions aside. */
  refit(data: TrainingData, run: TrainingRun): Promise<Learnt>;
}

/** The users and items of a test. */
export interface RankingTask {
  /** The data that the model learnt from. */
  readonly past: TrainingData;
  /** The items to rank, ascending. */
  readonly items: Int32Array;
  /** `past.graph` with only these items, numbered by their position in `items`. */
  readonly graph: BipartiteGraph;
}

/** A model as loaded, which knows items only by number. */
export interface LoadedModel {
  serve(itemIds: Int32Array): ItemModel;
}

/** A model as trained. */
export interface TrainedModel extends LoadedModel {
  /** Everything that `load` needs. `item_ids`, `nearest` and the names that begin with `neighbour` belong to the artefact. */
  tensors(): ReadonlyMap<string, Tensor>;
  /** Ranks for the users of the training, without the items that a user has in `graph`, and returns positions in `items`. */
  createRanker(task: RankingTask): Ranker;
}

export interface ModelKind {
  /** Its name in commands, versions and manifests: lower-case letters, digits and dashes. */
  readonly name: string;
  /** Learns. It chooses its open settings on interactions that it sets aside from the data itself. */
  train(data: TrainingData, run: TrainingRun): Promise<Training>;
  /** @throws Error that names the tensor and what is wrong with it */
  load(tensors: StoredTensors): LoadedModel;
}
