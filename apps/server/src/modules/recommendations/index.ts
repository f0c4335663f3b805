export { findItems } from './item-repository.ts';
export { mayRank, type RankDependencies, rankForShopper } from './rank-for-shopper.ts';
export { recommend } from './recommend.ts';
export { createRecommendations, type Recommendations } from './recommendations.ts';
export { createRecommendationsModule } from './recommendations-module.ts';
export { findTrending } from './trending-repository.ts';
