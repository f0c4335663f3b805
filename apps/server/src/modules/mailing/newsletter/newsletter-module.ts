import type { Module } from '../../../platform/module.ts';
import { newsletterRoutes } from './newsletter-routes.ts';

export function createNewsletterModule(dependencies: Parameters<typeof newsletterRoutes>[0]): Module {
  return { name: 'newsletter', routes: [newsletterRoutes(dependencies)] };
}
