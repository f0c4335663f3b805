import type { RecommenderModel } from '@kindred/recommender';
import type { Shopper } from '../interactions/index.ts';
import type { Policies } from './policies.ts';

/** What answers somebody: which model, by which policies. */
export interface Arm {
  /** On the wire and in the exposure log. */
  readonly variant: string;
  /** Undefined: none is active; the sources that need none answer. */
  readonly model: RecommenderModel | undefined;
  readonly policies: Policies;
}

export type AssignArm = (shopper: Shopper) => Arm;
