export { boostRoutes } from './boost-routes.ts';
export { createSearchLog, type SearchLog } from './search-log.ts';
export { searchRoutes } from './search-routes.ts';
export { synonymRoutes } from './synonym-routes.ts';
