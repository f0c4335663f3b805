import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    name: 'prove',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: ['../apps/server/src/testing/postgres/global-setup.ts'],
    isolate: false,
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
