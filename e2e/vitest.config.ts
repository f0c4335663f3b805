import { defineConfig } from 'vitest/config';

/** Whole processes and a real browser: one file at a time, because each needs the whole machine. */
export default defineConfig({
  test: {
    name: 'e2e',
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: ['demo-shop.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    expect: { poll: { timeout: 15_000 } },
    // The first file that needs the demo shop waits for its first start, its training and its words.
    hookTimeout: 540_000,
  },
});
