import type { RecommenderModel } from '@kindred/recommender';
import type { Shopper } from '../interactions/index.ts';
import type { Policies } from './policies.ts';

/** The model and the policies that answer a shopper. */
export interface Arm {
  /** The name in the API and in the exposure log. */
  readonly variant: string;
  /** Undefined if none is active. Then the sources without a model answer. */
  readonly model: RecommenderModel | undefined;
  readonly policies: Policies;
}

/** @param modelVersion the model of the previous page, which answers as long as the node has it */
export type AssignArm = (shopper: Shopper, modelVersion?: string) => Arm;
