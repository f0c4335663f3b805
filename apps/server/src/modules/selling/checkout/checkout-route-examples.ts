import { newEmail } from '../../../testing/account-fixture.ts';
import type { RouteExamples } from '../../../testing/api-routes.ts';
import { goodCard, homeAddress } from '../../../testing/shopper.ts';

export const routeExamples: RouteExamples = {
  'GET /api/v1/checkout': { access: 'visitor' },
  'POST /api/v1/checkout': {
    access: 'visitor',
    body: () => ({ email: newEmail(), shipping_address: homeAddress, shipping_method_id: 'express' }),
  },
  'PATCH /api/v1/checkout': {
    access: 'visitor',
    body: () => ({ email: newEmail(), shipping_address: homeAddress, shipping_method_id: 'express' }),
  },
  'POST /api/v1/checkout/confirm': {
    access: 'resource',
    body: ({ checkoutId }) => ({
      checkout_id: checkoutId,
      payment_method: goodCard,
      expected_total: { amount_minor: 1, currency: 'USD' },
    }),
  },
  'POST /api/v1/checkout/settle': {
    access: 'resource',
    body: ({ orderId }) => ({ order_id: orderId }),
  },
};
