export { createExposureLog } from './exposure-log.ts';
export { createPopularityCache } from './popularity-cache.ts';
export { recommend } from './recommend.ts';
export { recommendationRoutes } from './recommendation-routes.ts';
