/// <reference lib="dom" />
/** @file A shopper without a pointer. */
import type { Locator, Page } from 'playwright-core';

const tabsAtMost = 300;

/** Presses Tab until the control has the focus. */
export async function tabTo(control: Locator): Promise<void> {
  const page = control.page();
  await control.waitFor();
  for (let tabs = 0; tabs < tabsAtMost; tabs++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${control} is not reached by ${tabsAtMost} tabs.`);
}

/** Replaces the text of a field by typing. */
export async function typeInto(field: Locator, text: string): Promise<void> {
  const { keyboard } = field.page();
  await tabTo(field);
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type(text);
}

/** Activates a button or a link. */
export async function press(control: Locator): Promise<void> {
  await tabTo(control);
  await control.page().keyboard.press('Enter');
}

/** Returns the page's status message after an action. */
export function status(page: Page, text: string | RegExp): Locator {
  return page.getByRole('status').filter({ hasText: text });
}
