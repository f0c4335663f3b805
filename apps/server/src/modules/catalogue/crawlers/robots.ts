/** Addresses that begin with these are about one caller, or are lists of an endless number of forms. */
const closed = [
  '/account',
  '/api/',
  '/cart',
  '/check-inbox',
  '/checkout',
  '/compare',
  '/confirm-email',
  '/forgot-password',
  '/listing',
  '/login',
  '/logout',
  '/newsletter/',
  '/notices',
  '/orders',
  '/p/*/review$',
  '/recommendations',
  '/register',
  '/reset-password',
  '/reviews/',
  '/search?',
  '/theme',
  '/verify-email',
  '/viewed',
  '/wishlist',
];

/** The longest matching line counts (RFC 9309). */
const open = ['/api/v1/docs', '/api/v1/openapi.json', '/orders/find'];

/** Writes `/robots.txt`. */
export function writeRobots(publicUrl: string): string {
  return [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    ...open.map((path) => `Allow: ${path}`),
    '',
    `Sitemap: ${publicUrl}/sitemap.xml`,
    '',
  ].join('\n');
}
