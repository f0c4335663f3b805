import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { putPointerAside, windowOf } from './hands.ts';
import { slowDown } from './slowness.ts';
import { watchErrors } from './watch-errors.ts';

/** A page of a fresh visitor; any error in its console fails the test. */
export async function visit(
  browser: Browser,
  options: BrowserContextOptions,
  work: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(windowOf(options));
  const page = await context.newPage();
  await putPointerAside(page);
  await slowDown(page, expect.getState().currentTestName ?? '');
  const errors = watchErrors(page);
  try {
    await work(page, context);
    expect(errors()).toEqual([]);
  } finally {
    await context.close();
  }
}
