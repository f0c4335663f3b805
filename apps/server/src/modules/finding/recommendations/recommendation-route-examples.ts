import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'GET /api/v1/products/:id/similar': { access: 'public' },
  'GET /api/v1/products/:id/goes-with': { access: 'public' },
  'GET /api/v1/recommendations': { access: 'public' },
};
