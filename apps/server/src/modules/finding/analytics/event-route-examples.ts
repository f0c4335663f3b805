import { randomUUID } from 'node:crypto';
import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'POST /api/v1/events': {
    access: 'public',
    body: ({ productId }) => ({
      events: [
        { kind: 'search', query: 'lamp', product_id: productId, request_id: randomUUID(), position: 1 },
        { kind: 'click', product_id: productId, search_id: randomUUID() },
      ],
    }),
  },
};
