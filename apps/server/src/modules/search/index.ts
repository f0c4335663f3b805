export { searchRoutes } from './search-routes.ts';
export { synonymRoutes } from './synonym-routes.ts';
