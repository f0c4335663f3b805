export { findItems } from './item-repository.ts';
export type { AddedSource } from './policies.ts';
export { mayRank, type RankDependencies, rankForShopper } from './rank-for-shopper.ts';
export { type RecommendDependencies, type RecommendedPage, recommend } from './recommend.ts';
export { createRecommendations, type Recommendations } from './recommendations.ts';
export { createRecommendationsModule } from './recommendations-module.ts';
export { findTrending } from './trending-repository.ts';
