import { newEmail } from '../../../testing/account-fixture.ts';
import type { RouteExamples } from '../../../testing/api-routes.ts';

const token = 'nobody-was-mailed-this-token';

export const routeExamples: RouteExamples = {
  'GET /api/v1/me/notices': { access: 'own' },
  'DELETE /api/v1/me/notices/:notice_id': { access: 'resource' },
  'POST /api/v1/products/:id/notices': {
    access: 'public',
    body: () => ({ kind: 'price-drop', email: newEmail() }),
  },
  'GET /api/v1/notices': { access: 'public', query: `token=${token}` },
  'POST /api/v1/notices/confirm': { access: 'public', body: () => ({ token }) },
  'POST /api/v1/notices/end': { access: 'public', body: () => ({ token }) },
};
