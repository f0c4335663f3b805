import type { Module } from '../../../platform/module.ts';
import { feedRoutes } from './feed-routes.ts';

export function createFeedModule(dependencies: Parameters<typeof feedRoutes>[0]): Module {
  return { name: 'feed', routes: [feedRoutes(dependencies)] };
}
