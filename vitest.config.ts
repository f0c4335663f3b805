import { defineConfig } from 'vitest/config';

const node = (name: string, root: string) => ({
  test: { name, root, include: ['src/**/*.test.ts'], environment: 'node' as const },
});

export default defineConfig({
  test: {
    projects: [
      node('gnn', 'packages/gnn'),
      node('recommender', 'packages/recommender'),
      node('contracts', 'packages/contracts'),
      node('shop-types', 'packages/shop-types'),
      node('demo-data', 'packages/demo-data'),
    ],
  },
});
