import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'GET /api/v1/viewed': { access: 'visitor' },
  'DELETE /api/v1/viewed': { access: 'visitor' },
  'DELETE /api/v1/viewed/:product_id': { access: 'visitor' },
};
