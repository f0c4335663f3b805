import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'POST /api/v1/recommendations/feedback': {
    access: 'visitor',
    body: ({ productId }) => ({ kind: 'like', product_id: productId }),
  },
  'GET /api/v1/recommendations/feedback': { access: 'visitor' },
  'DELETE /api/v1/recommendations/feedback/:feedback_id': { access: 'visitor' },
  'GET /api/v1/me/recommendation-preferences': { access: 'visitor' },
  'PATCH /api/v1/me/recommendation-preferences': {
    access: 'visitor',
    body: () => ({ is_opted_out: false }),
  },
  'DELETE /api/v1/me/recommendation-preferences': { access: 'visitor' },
  'GET /api/v1/me/recommendation-history': { access: 'visitor' },
  'DELETE /api/v1/me/recommendation-history/:product_id': { access: 'visitor' },
};
