export { newsletterPages } from './newsletter-pages.ts';
export { newsletterRoutes } from './newsletter-routes.ts';
