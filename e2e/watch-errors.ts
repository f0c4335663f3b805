import type { Page } from 'playwright-core';

/** If a test intercepts requests, or a page was prefetched, Chromium does not fade from one document to the next. */
const harmless = /ViewTransition opt-in disabled|Transition was aborted because of invalid state/;

/** Collects the console errors of a page, except those about a form's answer with errors. */
export function watchErrors(page: Page): () => string[] {
  const errors: { text: string; url: string }[] = [];
  const refusedForms = new Set<string>();
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push({ text: message.text(), url: message.location().url });
  });
  page.on('pageerror', ({ message }) => {
    if (!harmless.test(message)) errors.push({ text: message, url: '' });
  });
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
