import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityFaults } from './accessibility-faults.ts';
import { withWholePage } from './whole-page.ts';

/** Expects no axe findings by WCAG 2.2 AA on the current state of the page, in both themes; `within` checks only a part. */
export async function expectAccessible(page: Page, { within }: { within?: string } = {}): Promise<void> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion, because axe would otherwise judge a colour in transition.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // By then each element has its final colours.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const isOfColors = colorScheme === 'dark';
    const faults = await withWholePage(page, () => accessibilityFaults(page, { within, isOfColors }));
    found.push(...faults.map((fault) => `${colorScheme} ${fault}`));
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  expect(found).toEqual([]);
}
