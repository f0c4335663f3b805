/** @file What a screen is, and how to open one. */
import type { Page } from 'playwright-core';
import { memberNames, type Stage, type VisitorName } from './stage.ts';

export interface Screen {
  readonly name: string;
  /** The visitor whose browser is used. */
  readonly as: VisitorName;
  /** The HTTP status. */
  readonly status: number;
  open(page: Page, stage: Stage): Promise<void>;
}

export const at = (
  name: string,
  path: string | ((stage: Stage) => string),
  as: VisitorName = 'stranger',
  { status = 200 }: { status?: number } = {},
): Screen => ({
  name,
  as,
  status,
  async open(page, stage) {
    const answer = await page.goto(typeof path === 'string' ? path : path(stage), {
      waitUntil: 'networkidle',
    });
    if (answer?.status() !== status)
      throw new Error(`it is answered with ${answer?.status()}, not ${status}`);
    if (memberNames.has(as) && (await page.getByRole('link', { name: 'Log in', exact: true }).count()) > 0)
      throw new Error('no user is logged in');
  },
});

/** A page after some actions on it. */
export const after = (
  screen: Screen,
  name: string,
  act: (page: Page, stage: Stage) => Promise<void>,
): Screen => ({
  ...screen,
  name,
  async open(page, stage) {
    await screen.open(page, stage);
    await act(page, stage);
    await page.waitForLoadState('networkidle');
  },
});

export const press = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).click();
