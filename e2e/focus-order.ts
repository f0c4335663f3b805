import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { walkByTab } from './focus-walk.ts';

/**
 * Goes with the Tab key through the whole page, or the open dialog, and expects that the focused element is never covered
 * or outside the window. Returns the focused elements, in order.
 */
export async function expectFocusUncovered(page: Page, { limit = 500 } = {}): Promise<string[]> {
  const order = await walkByTab(page, { limit });
  expect(order.filter(({ coveredBy }) => coveredBy !== null)).toEqual([]);
  expect(order.length).toBeGreaterThan(0);
  expect(order.length).toBeLessThan(limit);
  return order.map(({ name }) => name);
}
