export { createNewsletterModule } from './newsletter-module.ts';
