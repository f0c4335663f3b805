import type { RouteExamples } from '../../../testing/api-routes.ts';

const body = () => ({
  price: { amount_minor: 100, currency: 'USD' },
  starts_at: '2099-11-27T00:00:00.000Z',
  ends_at: '2099-12-04T00:00:00.000Z',
});

export const routeExamples: RouteExamples = {
  'GET /api/v1/admin/products/:id/sales': { access: 'admin' },
  'POST /api/v1/admin/products/:id/sales': { access: 'admin', body },
  'PUT /api/v1/admin/products/:id/sales/:sale': { access: 'admin', ids: { sales: 1 }, body },
  'DELETE /api/v1/admin/products/:id/sales/:sale': { access: 'admin', ids: { sales: 1 } },
};
