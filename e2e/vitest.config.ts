import { defineConfig } from 'vitest/config';

/** Whole processes and a real browser: one file at a time, since each takes the machine to itself. */
export default defineConfig({
  test: {
    name: 'e2e',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
