import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  ssr: { resolve: { conditions: ['@kindred/source', ...defaultServerConditions] } },
  test: {
    name: 'storefront',
    root: import.meta.dirname,
    include: ['app/**/*.test.{ts,tsx}'],
    environment: 'node',
    isolate: false,
  },
});
