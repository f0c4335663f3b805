import { randomUUID } from 'node:crypto';
import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'GET /api/v1/cart': { access: 'visitor', query: 'country=DE' },
  'POST /api/v1/cart': { access: 'visitor' },
  'POST /api/v1/cart/items': {
    access: 'visitor',
    body: ({ productId }) => ({ product_id: productId, quantity: 2, search_id: randomUUID() }),
  },
  'PATCH /api/v1/cart/items/:product_id': { access: 'visitor', body: () => ({ quantity: 3 }) },
  'DELETE /api/v1/cart/items/:product_id': { access: 'visitor' },
  'PATCH /api/v1/cart': { access: 'visitor', body: () => ({ country: 'DE' }) },
  'DELETE /api/v1/cart/merge': { access: 'visitor' },
  'POST /api/v1/cart/items/:product_id/save-for-later': { access: 'visitor' },
  'POST /api/v1/cart/saved/:product_id/move-to-cart': { access: 'visitor' },
  'DELETE /api/v1/cart/saved/:product_id': { access: 'visitor' },
  'POST /api/v1/cart/promo': { access: 'visitor', body: () => ({ code: 'FIFTEEN' }) },
  'DELETE /api/v1/cart/promo': { access: 'visitor' },
  'DELETE /api/v1/cart/promo/:code': { access: 'visitor', ids: { promo: 'WELCOME10' } },
};
