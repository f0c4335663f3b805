/**
 * @file Two packages of hundreds of small modules each are resolved here instead of by Node, which would look for a `package.json` around
 * every one of them, and parse drizzle-orm's 180 kB each time: a second of the shop's start.
 */
import { type ResolveFnOutput, registerHooks } from 'node:module';

/** Installed once each, ES modules throughout that import one another by whole file names. */
const inside = /\/node_modules\/(drizzle-orm|typebox)\//;
const byName = /^(drizzle-orm|typebox)(\/|$)/;

export function resolveQuickly(): void {
  const named = new Map<string, ResolveFnOutput>();
  registerHooks({
    resolve(specifier, context, next) {
      const { parentURL, conditions } = context;
      if (specifier.startsWith('.') && parentURL !== undefined && inside.test(parentURL))
        return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true };
      if (!byName.test(specifier) || !conditions.includes('import')) return next(specifier, context);
      const known = named.get(specifier) ?? { ...next(specifier, context), shortCircuit: true };
      named.set(specifier, known);
      return known;
    },
  });
}
