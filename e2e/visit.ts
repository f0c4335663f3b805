import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { expect } from 'vitest';

/** A page of a fresh visitor; any error in its console fails the test. */
export async function visit(
  browser: Browser,
  options: BrowserContextOptions,
  work: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors = watchErrors(page);
  try {
    await work(page, context);
    expect(errors()).toEqual([]);
  } finally {
    await context.close();
  }
}

/** All but one: Chromium calls it an error that a form is answered with what is wrong with it. */
function watchErrors(page: Page): () => string[] {
  const errors: { text: string; url: string }[] = [];
  const refusedForms = new Set<string>();
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push({ text: message.text(), url: message.location().url });
  });
  page.on('pageerror', (error) => errors.push({ text: error.message, url: '' }));
  page.on('response', (response) => {
    const status = response.status();
    if (response.request().method() === 'POST' && status >= 400 && status < 500)
      refusedForms.add(response.url());
  });
  return () =>
    errors
      .filter(({ text, url }) => !(text.startsWith('Failed to load resource') && refusedForms.has(url)))
      .map(({ text }) => text);
}
