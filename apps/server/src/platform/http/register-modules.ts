import type { FastifyInstance } from 'fastify';
import { ConfigError } from '../../config/config.ts';
import { called } from '../join-modules.ts';
import type { Module } from '../module.ts';

/** @throws ConfigError if two modules have the same route */
export async function registerModules(
  app: FastifyInstance,
  modules: readonly Module[],
  what: 'pages' | 'routes',
): Promise<void> {
  for (const module of modules)
    try {
      for (const plugin of module[what] ?? []) await app.register(plugin);
    } catch (error) {
      throw new ConfigError(
        `The ${what} of the module ${called(module)} cannot be used: ${(error as Error).message}`,
        { cause: error },
      );
    }
}
