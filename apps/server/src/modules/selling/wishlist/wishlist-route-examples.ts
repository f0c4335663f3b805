import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'GET /api/v1/me/wishlist': { access: 'own' },
  'POST /api/v1/me/wishlist': {
    access: 'own',
    body: ({ productId }) => ({ product_id: productId }),
  },
  'PATCH /api/v1/me/wishlist': { access: 'own', body: () => ({ mails_changes: true }) },
  'DELETE /api/v1/me/wishlist/:product_id': { access: 'own' },
  'GET /api/v1/wishlist': { access: 'visitor' },
  'POST /api/v1/wishlist': {
    access: 'visitor',
    body: ({ productId }) => ({ product_id: productId }),
  },
  'DELETE /api/v1/wishlist/:product_id': { access: 'visitor' },
  'GET /api/v1/wishlist/ids': { access: 'visitor' },
  'POST /api/v1/wishlist/add-to-cart': { access: 'visitor' },
};
