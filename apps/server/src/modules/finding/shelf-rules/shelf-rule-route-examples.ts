import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'GET /api/v1/admin/shelf-rules': { access: 'admin' },
  'POST /api/v1/admin/shelf-rules': {
    access: 'admin',
    body: ({ productId }) => ({ kind: 'pin', product_id: productId, position: 2 }),
  },
  'DELETE /api/v1/admin/shelf-rules/:id': { access: 'admin', ids: { 'shelf-rules': 999_999 } },
};
