import type { RouteExamples } from '../../../testing/api-routes.ts';

export const routeExamples: RouteExamples = {
  'GET /sitemap.xml': { access: 'public' },
  'GET /sitemaps/:name': { access: 'public', ids: { sitemaps: 'pages.xml' } },
  'GET /robots.txt': { access: 'public' },
  'GET /llms.txt': { access: 'public' },
  'GET /site.webmanifest': { access: 'public' },
  'GET /favicon.ico': { access: 'public' },
  'GET /apple-touch-icon.png': { access: 'public' },
  'GET /media/icons/:name': { access: 'public', ids: { icons: '192.png' } },
  'GET /media/social.png': { access: 'public' },
};
