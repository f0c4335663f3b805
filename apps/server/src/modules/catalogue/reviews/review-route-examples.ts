import type { RouteExamples } from '../../../testing/api-routes.ts';

const review = { rating: 4, title: 'Good', text: 'It does what it should.' };

export const routeExamples: RouteExamples = {
  'GET /api/v1/me/reviews': { access: 'own' },
  'PATCH /api/v1/me/reviews/:review_id': { access: 'resource', body: () => review },
  'DELETE /api/v1/me/reviews/:review_id': { access: 'resource' },
  'GET /api/v1/me/reviewable': { access: 'own' },
  'GET /api/v1/me/review-votes': { access: 'own', query: 'product_id=1' },
  'GET /api/v1/products/:id/reviews': { access: 'public' },
  'POST /api/v1/products/:id/reviews': { access: 'own', body: () => review },
  // A vote belongs to the voter, not to the author of the review.
  'POST /api/v1/products/:id/reviews/:review_id/helpful': { access: 'own' },
  'DELETE /api/v1/products/:id/reviews/:review_id/helpful': { access: 'own' },
  'GET /api/v1/admin/reviews': { access: 'admin' },
  'POST /api/v1/admin/reviews/:id/publish': { access: 'admin' },
  'POST /api/v1/admin/reviews/:id/reject': { access: 'admin', body: () => ({ note: 'Not about it' }) },
};
