/**
 * @file What a kind of model has to offer: to learn, to be written down and read back, and to answer. All else (the split by time, the
 * test, the gate, the artefact, the commands) is the same for all kinds. docs/guides/add-a-model-kind.md walks through one.
 */
import type { BipartiteGraph, Matrix, Ranker, Tensor } from '@kindred/gnn';
import type { RecommenderModel } from '../serving/recommender-model.ts';
import type { StoredTensors } from './stored-tensors.ts';

/** What a model learns from; users and items are numbers from 0. */
export interface TrainingData {
  readonly graph: BipartiteGraph;
  /** A user's items, the newest first. Left out: nobody knows in which order they came. */
  readonly historyOf?: (user: number) => Int32Array;
  /** What is known of items beside who liked them: row i is item i's. */
  readonly itemFeatures?: Matrix;
}

export interface RunProgress {
  /** A pass of the training, of at most `maxEpochs`; 0 before the first. */
  readonly epoch: number;
  readonly maxEpochs: number;
  /** NaN before the first pass, and where there is none. */
  readonly loss: number;
  /** Recall@20 on interactions that the training has set aside, if it has. */
  readonly recall: number | undefined;
  readonly elapsedMs: number;
  readonly remainingMs: number;
}

export interface TrainingRun {
  /** The same data and seed give the same model. */
  readonly seed: number;
  readonly threads: number;
  readonly onProgress?: (progress: RunProgress) => void;
  /** The training then rejects with its reason. */
  readonly signal?: AbortSignal;
}

/** A model, and with what it was trained, for the manifest: JSON. */
export interface Learnt {
  readonly model: TrainedModel;
  readonly config: Readonly<Record<string, unknown>>;
}

export interface Training extends Learnt {
  /** Of a kind that learns in epochs and stops early: the one that the model is of. */
  readonly bestEpoch?: number;
  /** Learns from other data with what this training found best, and sets nothing of them aside. */
  refit(data: TrainingData, run: TrainingRun): Promise<Learnt>;
}

/** Who is ranked for in a test, and what. */
export interface RankingTask {
  /** What the model has learnt from. */
  readonly past: TrainingData;
  /** The items that are ranked, ascending. */
  readonly items: Int32Array;
  /** `past.graph` with these items alone, numbered by their place in `items`. */
  readonly graph: BipartiteGraph;
}

/** Which model it is, and what the world calls the users and items that it knows by number. */
export interface ModelIdentity {
  readonly version: string;
  readonly kind: string;
  /** Empty for a model that does not know users. */
  readonly userIds: readonly string[];
  readonly itemIds: Int32Array;
}

/** A model as it was trained or read, before the world’s names are put to its numbers. */
export interface TrainedModel {
  /** Whether it has learnt something of each user. One that has not answers by what people did alone, and stores nobody’s id. */
  readonly knowsUsers: boolean;
  /** All that it is made of. The name `item_ids` is taken. */
  tensors(): ReadonlyMap<string, Tensor>;
  /** Ranks without the items that a user has in `graph`, and answers with places in `items`. */
  createRanker(task: RankingTask): Ranker;
  serve(identity: ModelIdentity): RecommenderModel;
}

export interface ModelKind {
  /** Its name in commands, versions and manifests: small letters, digits and dashes. */
  readonly name: string;
  /** Learns, and chooses what it leaves open on interactions that it sets aside of these itself. */
  train(data: TrainingData, run: TrainingRun): Promise<Training>;
  /** @throws Error that names the tensor and what is wrong with it */
  load(tensors: StoredTensors): TrainedModel;
}
