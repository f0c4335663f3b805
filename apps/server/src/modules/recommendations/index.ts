export { createExposureLog } from './exposure-log.ts';
export { findItems } from './item-repository.ts';
export { mayRank, type RankDependencies, rankForShopper } from './rank-for-shopper.ts';
export { recommend } from './recommend.ts';
export { recommendationRoutes } from './recommendation-routes.ts';
export { createRecommendations, type Recommendations } from './recommendations.ts';
export { findTrending } from './trending-repository.ts';
