import type { Module } from '../../../platform/module.ts';
import { sessionRoutes } from './session-routes.ts';

export function createSessionModule(dependencies: Parameters<typeof sessionRoutes>[0]): Module {
  return { name: 'session', routes: [sessionRoutes(dependencies)] };
}
