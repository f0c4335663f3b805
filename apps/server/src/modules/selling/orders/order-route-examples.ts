import { newEmail } from '../../../testing/account-fixture.ts';
import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'GET /api/v1/me/orders': { access: 'own' },
  'GET /api/v1/orders': { access: 'own' },
  'POST /api/v1/orders/lookup': {
    access: 'public',
    body: () => ({ order_number: 'K-999999', email: newEmail() }),
  },
  'GET /api/v1/orders/:id': { access: 'resource' },
  'GET /api/v1/orders/:id/events': { access: 'resource' },
  'POST /api/v1/orders/:id/cancel': { access: 'resource' },
  'POST /api/v1/orders/:id/returns': {
    access: 'resource',
    body: ({ productId }) => ({
      lines: [{ product_id: productId, quantity: 1 }],
      reason: 'damaged',
      note: 'The glass is broken',
    }),
  },
  'POST /api/v1/orders/:id/returns/:return_id/withdraw': { access: 'resource' },
  'POST /api/v1/orders/:id/buy-again': {
    access: 'resource',
    body: ({ productId }) => ({ product_ids: [productId] }),
  },
  'GET /api/v1/admin/orders': { access: 'admin' },
  'POST /api/v1/admin/orders/:id/ship': {
    access: 'admin',
    body: () => ({ carrier: 'DHL', tracking_number: '00340' }),
  },
  'POST /api/v1/admin/orders/:id/deliver': { access: 'admin' },
  'POST /api/v1/admin/orders/:id/shipments': {
    access: 'admin',
    body: ({ productId }) => ({
      lines: [{ product_id: productId, quantity: 1 }],
      carrier: 'DHL',
      tracking_number: '00341',
    }),
  },
  'POST /api/v1/admin/orders/:id/shipments/:shipment_id/deliver': { access: 'admin' },
  'POST /api/v1/admin/orders/:id/refund': {
    access: 'admin',
    body: ({ productId }) => ({
      lines: [{ product_id: productId, quantity: 1 }],
      reason: 'Broken',
      restock: true,
    }),
  },
  'GET /api/v1/admin/returns': { access: 'admin' },
  'POST /api/v1/admin/orders/:id/returns/:return_id/approve': {
    access: 'admin',
    body: () => ({ answer: 'Send it to our warehouse' }),
  },
  'POST /api/v1/admin/orders/:id/returns/:return_id/refuse': {
    access: 'admin',
    body: () => ({ answer: 'It was used' }),
  },
  'POST /api/v1/admin/orders/:id/returns/:return_id/receive': {
    access: 'admin',
    body: () => ({ restock: true }),
  },
};
