import type { Page } from 'playwright';

/**
 * What the console of a page calls an error, until it is asked. All but two: Chromium calls it an error that a form is answered with what
 * is wrong with it, and, where a test intercepts requests, that it does not fade from one document to the next.
 */
export function watchErrors(page: Page): () => string[] {
  const errors: { text: string; url: string }[] = [];
  const refusedForms = new Set<string>();
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push({ text: message.text(), url: message.location().url });
  });
  page.on('pageerror', ({ message }) => {
    if (!message.includes('ViewTransition opt-in disabled')) errors.push({ text: message, url: '' });
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
