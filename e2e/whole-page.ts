import type { Page } from 'playwright-core';

/** Makes the window as high as the page while `look` runs, so that a fixed bar at the bottom covers nothing. */
export async function withWholePage<T>(page: Page, look: () => Promise<T>): Promise<T> {
  const usual = page.viewportSize()!;
  const whole = Number(await page.evaluate('document.documentElement.scrollHeight'));
  await page.setViewportSize({ ...usual, height: Math.max(whole, usual.height) });
  try {
    return await look();
  } finally {
    await page.setViewportSize(usual);
  }
}
