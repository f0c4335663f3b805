import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'GET /outbox': { access: 'admin' },
  'GET /outbox/:id': { access: 'admin' },
  'GET /outbox/:id/html': { access: 'admin' },
};
