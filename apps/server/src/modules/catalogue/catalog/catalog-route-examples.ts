import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'GET /api/v1/brands': { access: 'public', query: 'like=norvik' },
  'GET /api/v1/categories': { access: 'public' },
  'GET /api/v1/products/:id': { access: 'public' },
};
