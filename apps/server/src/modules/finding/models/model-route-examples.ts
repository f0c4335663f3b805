import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'POST /api/v1/admin/models/train': { access: 'admin' },
};
