import type { Page } from 'playwright';

/** The window is as high as the page while `look` runs: nothing lies under a bar that stays at the bottom, where it is only to be scrolled to. */
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
