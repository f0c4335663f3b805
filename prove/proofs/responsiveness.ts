import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestShop } from '../../apps/server/src/testing/test-shop.ts';
import { type Browser, missingForBrowser, openBrowser, type Page } from '../../e2e/browser.ts';
import type { Interaction } from '../../e2e/slowness.ts';
import { sampleSpeed } from '../../tools/calibrate.ts';
import budgets from '../../tools/cpu-budget.json' with { type: 'json' };
import { slownessOf } from '../../tools/suite-cost.ts';
import { type Network, slowDownPage, timeToHeading } from '../navigation-times.ts';
import { defineProof, type Figure } from '../proof.ts';
import { runTests } from '../run-tests.ts';
import { serveShop } from '../serve-shop.ts';

const root = join(import.meta.dirname, '../..');

/** Where a shopper clicks a card. */
const places = [
  { name: 'department', path: '/c/kitchen-dining' },
  { name: 'search', path: '/search?q=mug' },
  { name: 'new', path: '/new' },
  { name: 'home', path: '/' },
] as const;

const mostMs = { title: 300, back: 100, interaction: 200 };

/** How much slower this machine is at the moment than the usual one, from 1. */
function measureMachine(): number {
  return slownessOf(sampleSpeed().stop(), budgets.calibrationReference);
}

/** A processor that is slow itself is slowed less. Returns the rate for the browser. */
const rateFor = (slowness: number, machine: number) => Math.max(1, slowness / machine);

export const proof = defineProof({
  summary:
    'On a phone four times slower than the usual machine, and on a slow network, a product’s title is painted within 300 ms of the click on its card, a list is back within 100 ms, and every interaction of the journeys is answered within 200 ms.',
  seed: 1,
  parameters: {
    slowness: 4,
    latency_ms: 400,
    bytes_per_second: 50_000,
    clicks: 10,
    files: 'search shopper cart checkout wishlist account orders shop-pages',
  },
  short: { clicks: 0, files: '' },
  needsDatabase: true,
  missing({ clicks }) {
    if (clicks === 0) return 'Times need a quiet machine. Its journeys are those of `npm run test:e2e`.';
    return missingForBrowser();
  },

  async run({ parameters, signal, report }) {
    const figures: Record<string, Figure> = {};
    const violations: string[] = [];
    const check = (name: string, times: readonly number[], most: number) => {
      const sorted = [...times].sort((a, b) => a - b);
      figures[name] = {
        median: Math.round(sorted[sorted.length >> 1] ?? 0),
        most: Math.round(sorted.at(-1) ?? 0),
      };
      report(`${name}: ${JSON.stringify(figures[name])}`);
      if (sorted.length === 0) violations.push(`${name}: nothing was measured`);
      if ((sorted.at(-1) ?? 0) > most) violations.push(`${name}: ${sorted.at(-1)} ms, more than ${most}`);
    };
    const network = { latencyMs: parameters.latency_ms, bytesPerSecond: parameters.bytes_per_second };
    const shop = await createTestShop();
    const browser = await openBrowser();
    try {
      const url = await serveShop(shop);
      for (const place of places) {
        signal.throwIfAborted();
        const before = measureMachine();
        const slowness = rateFor(parameters.slowness, before);
        const { titles, backs } = await clicksOn(place, { ...parameters, slowness, network, browser, url });
        figures[`machine_at_${place.name}`] = { before: round(before), after: round(measureMachine()) };
        check(`title_from_${place.name}`, titles, mostMs.title);
        check(`back_to_${place.name}`, backs, mostMs.back);
      }
    } finally {
      await browser.close();
      await shop.close();
    }
    if (parameters.files === '') return { figures, violations };
    const { interactions, failures, machine } = await journeys(parameters, signal);
    violations.push(...failures);
    figures.interactions = interactions.length;
    figures.machine_at_journeys = machine;
    check(
      'interaction',
      interactions.map(({ ms }) => ms),
      mostMs.interaction,
    );
    for (const { journey, kind, target, ms, waitedMs, workedMs } of interactions)
      if (ms > mostMs.interaction)
        violations.push(
          `${journey}: ${kind} on ${target} took ${ms} ms, of which it waited ${waitedMs} and worked ${workedMs}`,
        );
    return { figures, violations };
  },
});

/** A shopper looks at what has come. */
const look = (page: Page) => page.waitForTimeout(1_000);

const round = (value: number) => Math.round(value * 100) / 100;

interface Clicks {
  readonly slowness: number;
  readonly clicks: number;
  readonly network: Network;
  readonly browser: Browser;
  readonly url: string;
}

/** Opens cards of a list, one after the other, and goes back each time. */
async function clicksOn(place: (typeof places)[number], { slowness, clicks, network, browser, url }: Clicks) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 360, height: 780 },
    hasTouch: true,
  });
  const page = await context.newPage();
  const titles: number[] = [];
  const backs: number[] = [];
  try {
    await page.goto(place.path);
    await page.waitForLoadState('networkidle');
    const heading = ((await page.locator('main h1:visible').first().textContent()) ?? '').trim();
    await slowDownPage(page, slowness, network);
    for (let click = 0; click < clicks; click += 1) {
      const card = page.locator('main article:visible h3 a').nth(click);
      // So that the click itself scrolls no further.
      await card.evaluate((link) => link.scrollIntoView({ block: 'center' }));
      await look(page);
      const title = ((await card.textContent()) ?? '').trim();
      const scrollY = await page.evaluate(() => window.scrollY);
      const painted = timeToHeading(page, { event: 'click', heading: title });
      await card.tap();
      titles.push(await painted);
      await page.locator('#reviews').waitFor();
      await look(page);
      const back = timeToHeading(page, { event: 'navigate', heading, scrollY });
      await page.evaluate(() => history.back());
      backs.push(await back);
      await page.waitForLoadState('networkidle');
    }
  } finally {
    await context.close();
  }
  return { titles, backs };
}

/** Runs the tests of the shop's pages on a slow processor. */
async function journeys({ files, slowness }: { files: string; slowness: number }, signal: AbortSignal) {
  const machine = measureMachine();
  const folder = mkdtempSync(join(tmpdir(), 'kindred-interactions-'));
  const file = join(folder, 'interactions');
  try {
    const { failed, messages, broken } = await runTests(
      root,
      files.split(' ').map((name) => `${name}.test`),
      {
        signal,
        options: ['--config', 'e2e/vitest.config.ts'],
        env: {
          JOURNEY_SLOWNESS: String(rateFor(slowness, machine)),
          JOURNEY_INTERACTIONS: file,
          JOURNEY_WIDTH: '360',
        },
        longestMs: 60 * 60_000,
      },
    );
    return {
      interactions: longestOfEach(
        readFileSync(file, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Interaction),
      ),
      machine: { before: round(machine), after: round(measureMachine()) },
      failures: [...failed.map((test, at) => `${test}: ${messages[at]}`), ...broken],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An interaction has several events, such as `pointerdown` and `click`. */
function longestOfEach(events: readonly Interaction[]): Interaction[] {
  const longest = new Map<string, Interaction>();
  for (const event of events) {
    const name = `${event.id} ${event.journey}`;
    if (event.ms > (longest.get(name)?.ms ?? 0)) longest.set(name, event);
  }
  return [...longest.values()];
}
