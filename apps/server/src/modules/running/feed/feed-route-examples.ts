import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'POST /api/v1/items': {
    access: 'admin',
    body: () => ({ items: [{ item_id: 'mug-1', title: 'Blue mug' }] }),
  },
  'POST /api/v1/people': { access: 'admin', body: () => ({ people: [{ user_id: 'person-1' }] }) },
  'DELETE /api/v1/people/:user_id': { access: 'admin', ids: { people: 'person-of-nobody' } },
  'POST /api/v1/interactions': {
    access: 'admin',
    body: () => ({
      interactions: [
        { user_id: 'person-1', item_id: 'mug-1', kind: 'view', occurred_at: '2026-03-01T12:00:00Z' },
      ],
      skip_unknown_items: true,
    }),
  },
};
