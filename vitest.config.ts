import { defineConfig } from 'vitest/config';

const plain = (name: string, root: string) => ({
  test: { name, root, include: ['src/**/*.test.ts'], environment: 'node' as const },
});

export default defineConfig({
  test: {
    projects: [
      plain('contracts', 'packages/contracts'),
      plain('demo-data', 'packages/demo-data'),
      plain('gnn', 'packages/gnn'),
      plain('recommender', 'packages/recommender'),
      plain('shop-types', 'packages/shop-types'),
      { test: { name: 'tools', root: 'tools', include: ['*.test.ts'] } },
      'apps/storefront/vitest.config.ts',
      {
        test: {
          name: 'server',
          root: 'apps/server',
          include: ['src/**/*.test.ts'],
          globalSetup: ['src/platform/postgres/test-global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
