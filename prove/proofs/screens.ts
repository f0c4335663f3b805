/// <reference lib="dom" />
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { signApiToken } from '../../apps/server/src/platform/http/api-token.ts';
import { seededRandom } from '../../apps/server/src/testing/servers/file-server.ts';
import { createTestShop, secret, type TestShop } from '../../apps/server/src/testing/test-shop.ts';
import { accessibilityFaults } from '../../e2e/accessibility-faults.ts';
import { createApiVisitor } from '../../e2e/api-visitor.ts';
import { type Browser, missingForBrowser, openBrowser, type Page } from '../../e2e/browser.ts';
import { walkByTab } from '../../e2e/focus-walk.ts';
import type { Screen } from '../../e2e/screens/screen.ts';
import { screens } from '../../e2e/screens/screens.ts';
import { memberNames, type Stage, setStage } from '../../e2e/screens/stage.ts';
import { watchErrors } from '../../e2e/watch-errors.ts';
import { withWholePage } from '../../e2e/whole-page.ts';
import { defineProof } from '../proof.ts';
import { type LookMode, looksOf } from '../screens/look-modes.ts';
import { serveShop } from '../serve-shop.ts';

/** The folder of the pictures, which git ignores. */
const folder = join(import.meta.dirname, '../../.screens');

/** Concurrent pages, which mostly wait for frames. */
const atOnce = 3;

export const proof = defineProof({
  summary:
    'Every page in every state, at every width and in both themes, in forced colours, in a narrow and in an enlarged window, and on paper: axe finds nothing, nothing covers the focus, the console is silent.',
  seed: 1,
  // `names`: only these screens. Empty: all of them, or a sample of as many as `screens` says.
  parameters: {
    modes: 'usual forced narrow zoom print',
    widths: '360 768 1440 1920',
    themes: 'light dark',
    screens: 1_000,
    names: '',
    pictures: 1,
  },
  short: { modes: 'usual', widths: '360', themes: 'dark', screens: 1, pictures: 0 },
  needsDatabase: true,
  missing: missingForBrowser,

  async run({ seed, parameters, signal, report }) {
    const names = parameters.names.split(' ').filter((name) => name !== '');
    const named = screens.filter(({ name }) => names.length === 0 || names.includes(name));
    const shown = sample(named, parameters.screens, seed);
    const shop = await createTestShop();
    const browser = await openBrowser();
    const totals = { looks: 0, focus_stops: 0, pictures: 0 };
    const violations: string[] = [];
    try {
      const stage = await openStage(shop);
      if (parameters.pictures) mkdirSync(folder, { recursive: true });
      for (const mode of looksOf(parameters)) {
        // Log-ins need a refresh every quarter of an hour, by one browser at a time.
        for (const name of memberNames) await stage.visitors[name].send('POST', '/auth/refresh');
        const left = shown.values();
        const lookAtRest = async () => {
          for (const screen of left) {
            signal.throwIfAborted();
            const where = `${screen.name}, ${mode.name}`;
            const look = await lookAt({ screen, stage, browser, mode, parameters }).catch((error: Error) => ({
              faults: [error.message],
              stops: 0,
            }));
            for (const fault of look.faults) {
              violations.push(`${where}: ${fault}`);
              report(`${where}: ${fault}`);
            }
            totals.looks++;
            totals.focus_stops += look.stops;
            totals.pictures += parameters.pictures;
          }
        };
        await Promise.all(Array.from({ length: atOnce }, lookAtRest));
        report(`${mode.name}: ${violations.length} faults so far`);
      }
    } finally {
      await browser.close();
      await shop.close();
    }
    return { figures: { screens: shown.length, ...totals }, violations };
  },
});

async function openStage(shop: TestShop): Promise<Stage> {
  // No product may sell out during the proof.
  await shop.db.pool.query('update inventory set on_hand = 500, reserved = 0 where on_hand > 0');
  const url = await serveShop(shop);
  const token = await signApiToken({
    secret,
    caller: { userId: undefined, isAdmin: true, sessionId: undefined },
    lifetimeSeconds: 3_600,
  });
  return setStage(url, createApiVisitor(url, { token }));
}

interface Look {
  readonly screen: Screen;
  readonly stage: Stage;
  readonly browser: Browser;
  readonly mode: LookMode;
  readonly parameters: { readonly pictures: number };
}

async function lookAt({ screen, stage, browser, mode, parameters }: Look) {
  const context = await browser.newContext({
    baseURL: stage.shopUrl,
    reducedMotion: 'reduce',
    ...mode.window,
  });
  try {
    await stage.visitors[screen.as].lendTo(context);
    const page = await context.newPage();
    const errors = watchErrors(page);
    await screen.open(page, stage);
    if (mode.isPaper) await page.emulateMedia({ media: 'print' });
    const faults = await sidewaysScroll(page);
    await withWholePage(page, async () => {
      faults.push(...(mode.isPaper ? await barsOnPaper(page) : await accessibilityFaults(page)));
      if (parameters.pictures)
        await page.screenshot({ path: join(folder, `${screen.name}-${mode.fileName}.png`), fullPage: true });
    });
    const order = mode.isPaper ? [] : await walkByTab(page);
    for (const { name, coveredBy } of order)
      if (coveredBy !== null) faults.push(`${name} has the focus and is covered by ${coveredBy}`);
    if (order.length === 0 && !mode.isPaper) faults.push('nothing takes the focus');
    // The console's report of the page's own status is not an error.
    const told = errors().filter(
      (text) => !text.endsWith(`the server responded with a status of ${screen.status} (Not Found)`),
    );
    return { faults: [...faults, ...told], stops: order.length };
  } finally {
    await context.close();
  }
}

/** Names what would be printed although it only follows the window. */
async function barsOnPaper(page: Page): Promise<string[]> {
  const bars = await page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter(
        (element) =>
          ['fixed', 'sticky'].includes(getComputedStyle(element).position) &&
          element.checkVisibility() &&
          element.getBoundingClientRect().height > 0 &&
          element.closest('table') === null,
      )
      .map((element) => `${element.localName} ${element.getAttribute('aria-label') ?? element.className}`),
  );
  return bars.map((bar) => `${bar} follows the window and would be printed`);
}

async function sidewaysScroll(page: Page): Promise<string[]> {
  const beyond = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return Number(beyond) > 0 ? [`the page is ${beyond} px wider than the window`] : [];
}

function sample(all: readonly Screen[], count: number, seed: number): readonly Screen[] {
  if (count >= all.length) return all;
  const random = seededRandom(seed);
  return all
    .map((screen) => ({ screen, rank: random() }))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ screen }) => screen);
}
