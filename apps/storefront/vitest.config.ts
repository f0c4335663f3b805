import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'storefront',
    root: import.meta.dirname,
    include: ['app/**/*.test.{ts,tsx}'],
    environment: 'node',
    isolate: false,
  },
});
