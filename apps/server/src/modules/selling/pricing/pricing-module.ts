import type { Module } from '../../../platform/module.ts';
import { pricingRoutes } from './pricing-routes.ts';

export function createPricingModule(dependencies: Parameters<typeof pricingRoutes>[0]): Module {
  return { name: 'pricing', routes: [pricingRoutes(dependencies)] };
}
