import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Files share processes and modules, so no test leaves anything changed: a process for each would load everything again. */
const shared = { isolate: false, testTimeout: 30_000 };

const plain = (name: string, root: string) => ({
  test: { ...shared, name, root, include: ['src/**/*.test.ts'], environment: 'node' as const },
});

export default defineConfig({
  test: {
    projects: [
      plain('client', 'packages/client'),
      plain('contracts', 'packages/contracts'),
      plain('demo', 'demo'),
      plain('gnn', 'packages/gnn'),
      plain('recommender', 'packages/recommender'),
      plain('shop-types', 'packages/shop-types'),
      plain('ui', 'packages/ui'),
      {
        test: {
          ...shared,
          name: 'tools',
          root: 'tools',
          include: ['*.test.ts'],
          globalSetup: [join(import.meta.dirname, 'apps/server/src/testing/postgres/global-setup.ts')],
        },
      },
      'apps/storefront/vitest.config.ts',
      'apps/server/vitest.config.ts',
      'prove/vitest.config.ts',
    ],
  },
});
