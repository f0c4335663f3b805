import type { RecommenderModel } from '@kindred/recommender';
import type { Module } from '../../../platform/module.ts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { Recommendations } from '../recommendations/index.ts';
import { standingRoutes } from './standing-routes.ts';

/** What the shop's staff want to know about a product while they look at its page. */
export function createStandingModule(parts: {
  db: Database;
  clock: () => Date;
  recommendations: Pick<Recommendations, 'listedProducts' | 'trend'>;
  activeModel: () => RecommenderModel | undefined;
}): Module {
  return { name: 'standing', routes: [standingRoutes(parts)] };
}
