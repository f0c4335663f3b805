import { randomUUID } from 'node:crypto';
import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'POST /api/v1/events': {
    access: 'public',
    body: ({ productId }) => ({
      events: [
        { kind: 'search', query: 'lamp', product_id: productId, request_id: randomUUID(), position: 1 },
        { kind: 'click', product_id: productId, search_id: randomUUID(), event_id: randomUUID() },
        { kind: 'impression', request_id: randomUUID(), position: 1 },
      ],
    }),
  },
  'GET /api/v1/admin/recommendations/performance': {
    access: 'admin',
    query: 'by=source&since=2026-01-01T00:00:00Z&until=2026-02-01T00:00:00Z',
  },
};
