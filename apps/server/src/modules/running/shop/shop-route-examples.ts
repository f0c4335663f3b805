import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'GET /api/v1/shop': { access: 'public' },
  'GET /api/v1/featured': { access: 'public' },
  'GET /api/v1/shop/pages': { access: 'public' },
  'GET /api/v1/shop/pages/:slug': { access: 'public', ids: { pages: 'about' } },
  'PATCH /api/v1/admin/shop': {
    access: 'admin',
    body: ({ productId }) => ({
      name: 'Fern & Co',
      company: { legal_name: 'Fern & Co Ltd', country: 'GB' },
      social_links: [{ network: 'instagram', url: 'https://example.com/fern' }],
      footer_groups: [{ title: 'Help', links: [{ name: 'Returns', href: '/returns' }] }],
      announcement: { text: 'Closed on Monday', href: '/contact' },
      featured: [
        { kind: 'graph', title: 'Ferns and friends', text: 'They belong together.', product_id: productId },
        {
          kind: 'campaign',
          title: 'Spring',
          text: 'New leaves.',
          href: '/new',
          link_text: 'See them',
          product_ids: [productId],
          ends_at: '2099-06-01T00:00:00.000Z',
        },
      ],
      recommendations: {
        attribution_days: 14,
        retention_months: 13,
        signals: { viewed: { weight: 0.3, half_life_days: 3 } },
      },
    }),
  },
  'PUT /api/v1/admin/shop/pages/:slug': {
    access: 'admin',
    ids: { pages: 'about' },
    body: () => ({ title: 'About us', description: 'Who we are.', body: 'We are {{legal_name}}.' }),
  },
};
