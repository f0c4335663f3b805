import { randomUUID } from 'node:crypto';
import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'GET /api/v1/admin/service-keys': { access: 'admin' },
  'POST /api/v1/admin/service-keys': {
    access: 'admin',
    body: () => ({ name: 'A feed', scopes: ['catalog:write'], expires_at: '2099-01-01T00:00:00Z' }),
  },
  'DELETE /api/v1/admin/service-keys/:id': { access: 'admin', ids: { 'service-keys': randomUUID() } },
};
