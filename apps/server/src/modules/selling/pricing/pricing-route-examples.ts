import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'GET /api/v1/shipping-methods': { access: 'public', query: 'country=DE&currency=USD' },
};
