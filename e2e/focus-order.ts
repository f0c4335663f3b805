import type { Page } from 'playwright';
import { expect } from 'vitest';
import { walkByTab } from './focus-walk.ts';

/**
 * Goes with the Tab key through the whole page, or the dialog that is open, and expects that nothing ever lies over what has the
 * focus, or that it stands outside the window. Gives what had it, in order.
 */
export async function expectFocusUncovered(page: Page, { limit = 500 } = {}): Promise<string[]> {
  const order = await walkByTab(page, { limit });
  expect(order.filter(({ coveredBy }) => coveredBy !== null)).toEqual([]);
  expect(order.length).toBeGreaterThan(0);
  expect(order.length).toBeLessThan(limit);
  return order.map(({ name }) => name);
}
