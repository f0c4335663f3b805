import { randomUUID } from 'node:crypto';
import type { RouteExamples } from '../../../testing/api-routes.ts';

const ids = { batch: randomUUID() };

export const routeExamples: RouteExamples = {
  'POST /api/v1/recommendations/batch': { access: 'admin', body: () => ({ user_ids: ['U1'], limit: 5 }) },
  'GET /api/v1/recommendations/batch/:id': { access: 'admin', ids },
  'GET /api/v1/recommendations/batch/:id/file': { access: 'admin', ids },
};
