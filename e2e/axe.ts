import type { Page } from 'playwright';
import { expect } from 'vitest';
import { accessibilityFaults } from './accessibility-faults.ts';
import { withWholePage } from './whole-page.ts';

/** axe finds nothing against WCAG 2.2 AA on the page as it stands, in either theme; `within` looks at a part alone. */
export async function expectAccessible(page: Page, { within }: { within?: string } = {}): Promise<void> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion, or a colour would be judged on its way.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Each element has its colours by then.
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
