/// <reference lib="dom" />
/**
 * @file Runs journeys without a pointer (`JOURNEY_HANDS=keyboard`), in a window of any width (`JOURNEY_WIDTH=360`).
 * `npm run prove journeys` runs all of them in each way.
 */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { tabTo } from './keyboard.ts';

const { JOURNEY_HANDS: hands, JOURNEY_WIDTH: width } = process.env;

export function windowOf(options: BrowserContextOptions): BrowserContextOptions {
  return width === undefined ? options : { ...options, viewport: { width: Number(width), height: 800 } };
}

let isPutAside = false;

/** From now on, a test reaches everything that it clicks, fills in or chooses by Tab and keys. Using the pointer is an error. */
export async function putPointerAside(page: Page): Promise<void> {
  if (hands !== 'keyboard') return;
  await page.addInitScript(() =>
    addEventListener('pointerdown', () => console.error('A pointer was used.'), { capture: true }),
  );
  if (isPutAside) return;
  isPutAside = true;
  Object.assign(Object.getPrototypeOf(page.locator('body')) as Locator, {
    click: activate,
    async dblclick(this: Locator) {
      await activate.call(this);
      await this.page().keyboard.press('Enter');
    },
    check: activate,
    fill,
    selectOption,
    focus(this: Locator) {
      return tabTo(this);
    },
    async press(this: Locator, key: string) {
      await tabTo(this);
      await this.page().keyboard.press(key);
    },
  });
}

/** Returns the control of a label or of the text on a button. */
async function controlOf(locator: Locator): Promise<Locator> {
  await locator.waitFor();
  const page = locator.page();
  const mark = await locator.evaluate((element) => {
    const around = element.closest('a, button, summary, label, input, select, textarea');
    const control = around instanceof HTMLLabelElement ? around.control : around;
    if (!control) return null;
    const id = `reached-${Math.random().toString(36).slice(2)}`;
    control.setAttribute('data-reached', id);
    return id;
  });
  return mark === null ? locator : page.locator(`[data-reached="${mark}"]`);
}

async function activate(this: Locator): Promise<void> {
  const control = await controlOf(this);
  const { keyboard } = this.page();
  const type = await control.evaluate((element) => (element as HTMLInputElement).type);
  if (type === 'radio') return chooseRadio(control);
  await tabTo(control);
  await keyboard.press(type === 'checkbox' ? 'Space' : 'Enter');
}

/** The Tab key reaches one radio button of a group; arrow keys reach the others. */
async function chooseRadio(radio: Locator): Promise<void> {
  const { keyboard } = radio.page();
  const inGroup = () =>
    radio.evaluate((element) => {
      const { activeElement } = document;
      return (
        activeElement instanceof HTMLInputElement && activeElement.name === (element as HTMLInputElement).name
      );
    });
  for (let tabs = 0; !(await inGroup()); tabs++) {
    if (tabs > 300) throw new Error(`${radio} is not reached by ${tabs} tabs.`);
    await keyboard.press('Tab');
  }
  await keyboard.press('Space');
  for (let steps = 0; !(await radio.isChecked()); steps++) {
    if (steps > 30) throw new Error(`${radio} is not chosen by the arrows.`);
    await keyboard.press('ArrowDown');
  }
}

async function fill(this: Locator, text: string): Promise<void> {
  const { keyboard } = this.page();
  await tabTo(this);
  await keyboard.press('ControlOrMeta+a');
  if (text === '') await keyboard.press('Delete');
  else await keyboard.type(text);
}

async function selectOption(this: Locator, wanted: string | { label: string }): Promise<void> {
  await tabTo(this);
  const label = await this.evaluate(
    (select, one) =>
      [...(select as HTMLSelectElement).options].find(
        (option) =>
          option.label === (typeof one === 'string' ? one : one.label) ||
          (typeof one === 'string' && option.value === one),
      )?.label,
    wanted,
  );
  if (label === undefined) throw new Error(`${this} has no ${JSON.stringify(wanted)}.`);
  await this.page().keyboard.type(label);
  const chosen = await this.evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]?.label);
  if (chosen !== label) throw new Error(`${this}: typing ${label} chose ${chosen}.`);
}
