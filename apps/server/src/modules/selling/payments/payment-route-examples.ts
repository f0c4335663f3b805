import type { RouteExamples } from '../../../testing/api-routes.ts';
import { goodCard } from '../../../testing/shopper.ts';

export const routeExamples: RouteExamples = {
  'POST /api/v1/payments/test/methods': {
    access: 'public',
    body: () => ({ number: goodCard, expiry: '04/34', security_code: '123' }),
  },
  'GET /api/v1/payments/settings': { access: 'public' },
  'POST /api/v1/payments/webhooks/test': { access: 'public', body: () => ({ id: 'forged' }) },
  // The reference of a payment serves as the secret.
  'GET /api/v1/payments/test/authenticate': { access: 'public', query: 'reference=unknown' },
  'POST /api/v1/payments/test/authenticate': {
    access: 'public',
    body: () => ({ reference: 'unknown', decision: 'approve' }),
  },
};
