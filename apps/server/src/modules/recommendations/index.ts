export { createExposureLog } from './exposure-log.ts';
export type { Shopper } from './history-repository.ts';
export { findItems } from './item-repository.ts';
export { createPopularityCache } from './popularity-cache.ts';
export { findPopular, findPopularBeside, findTrending } from './popularity-repository.ts';
export { mayRank, rankForShopper } from './rank-for-shopper.ts';
export { recommend } from './recommend.ts';
export { recommendationRoutes } from './recommendation-routes.ts';
