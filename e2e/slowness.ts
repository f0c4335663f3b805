/// <reference lib="dom" />
/**
 * @file Runs journeys on a slow processor (`JOURNEY_SLOWNESS=4`), and writes how long each interaction took until the next paint to the
 * file `JOURNEY_INTERACTIONS`, one JSON object a line. `npm run prove responsiveness` reads it.
 */
import { appendFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

export interface Interaction {
  /** The journey's sentence. */
  readonly journey: string;
  readonly kind: string;
  /** What the shopper acted on. */
  readonly target: string;
  /** The events of one interaction on a page have the same number. */
  readonly id: number;
  /** Milliseconds from the event to the next paint, in steps of eight. */
  readonly ms: number;
  /** Of these, until the page began to work on it, and its work. */
  readonly waitedMs: number;
  readonly workedMs: number;
}

const { JOURNEY_SLOWNESS: slowness, JOURNEY_INTERACTIONS: file } = process.env;

/** Slows the processor of the page down, and tells its interactions. */
export async function slowDown(page: Page, journey: string): Promise<void> {
  if (slowness === undefined) return;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: Number(slowness) });
  if (file === undefined) return;
  // A browser without a window does not draw every frame, unless someone watches.
  session.on('Page.screencastFrame', ({ sessionId }) => {
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await session.send('Page.startScreencast', { format: 'jpeg', quality: 1, maxWidth: 64, maxHeight: 64 });
  await page.exposeFunction('tellInteraction', (interaction: Omit<Interaction, 'journey'>) =>
    appendFileSync(file, `${JSON.stringify({ journey, ...interaction })}\n`),
  );
  await page.addInitScript(() => {
    const { tellInteraction } = globalThis as unknown as {
      tellInteraction(interaction: Omit<Interaction, 'journey'>): void;
    };
    const nameOf = (target: Node | null) =>
      target instanceof Element
        ? `${target.tagName.toLowerCase()} ${(target.ariaLabel ?? target.textContent ?? '').trim().slice(0, 40)}`
        : '';
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEventTiming & { interactionId: number })[])
        if (entry.interactionId > 0)
          tellInteraction({
            kind: entry.name,
            target: nameOf(entry.target),
            id: entry.interactionId,
            ms: entry.duration,
            waitedMs: Math.round(entry.processingStart - entry.startTime),
            workedMs: Math.round(entry.processingEnd - entry.processingStart),
          });
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
}
