import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'GET /api/v1/products': { access: 'public' },
  'GET /api/v1/search/suggest': { access: 'public', query: 'q=te', isCacheable: true },
  'GET /api/v1/search/count': { access: 'public', query: 'q=tea', isCacheable: true },
  'GET /api/v1/admin/search/boosts': { access: 'admin', query: 'q=tea+bowl' },
  'GET /api/v1/admin/search/synonyms': { access: 'admin', query: 'q=sofa' },
  'POST /api/v1/admin/search/synonyms': {
    access: 'admin',
    body: () => ({ words: ['kettle', 'water boiler'] }),
  },
  'PUT /api/v1/admin/search/synonyms/:id': {
    access: 'admin',
    ids: { synonyms: 1 },
    body: () => ({ words: ['sofa', 'couch', 'divan'] }),
  },
  'DELETE /api/v1/admin/search/synonyms/:id': { access: 'admin', ids: { synonyms: 1 } },
};
