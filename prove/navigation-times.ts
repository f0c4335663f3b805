/// <reference lib="dom" />
import type { Page } from '../e2e/browser.ts';

export interface Network {
  /** Of each round trip. */
  readonly latencyMs: number;
  /** In each direction. */
  readonly bytesPerSecond: number;
}

/** Makes the page's processor and network slow. */
export async function slowDownPage(page: Page, slowness: number, network: Network): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: network.latencyMs,
    downloadThroughput: network.bytesPerSecond,
    uploadThroughput: network.bytesPerSecond,
  });
}

interface Wanted {
  /** The event that begins it: the click, or the browser's step in its history, before the page hears of it. */
  readonly event: 'click' | 'navigate';
  /** The last words of the heading that has to be painted. A card leaves out the brand before them. */
  readonly heading: string;
  /** Where the page has to be scrolled to. */
  readonly scrollY?: number;
}

/** Milliseconds from an event to the paint of a heading. Call it before the event. */
export function timeToHeading(page: Page, wanted: Wanted): Promise<number> {
  return page.evaluate(
    ({ event, heading, scrollY }) =>
      new Promise<number>((resolve, reject) => {
        const isThere = () =>
          [...document.querySelectorAll('main h1')].some(
            (element) => element.checkVisibility() && element.textContent?.trim().endsWith(heading),
          ) &&
          (scrollY === undefined || Math.abs(window.scrollY - scrollY) < 2);
        const target = event === 'click' ? window : navigation;
        target.addEventListener(
          event,
          ({ timeStamp }: Event) => {
            const look = () => {
              if (performance.now() - timeStamp > 30_000) {
                const shown = [...document.querySelectorAll('main h1')]
                  .filter((element) => element.checkVisibility())
                  .map((element) => `“${element.textContent}”`);
                const places = `${window.scrollY} px (${scrollY ?? 'any'} expected)`;
                return reject(
                  new Error(
                    `“${heading}” was not painted within 30 s after ${event}, but ${shown} at ${places}`,
                  ),
                );
              }
              if (!isThere()) return requestAnimationFrame(look);
              // A message that is sent before a paint arrives after it.
              const { port1, port2 } = new MessageChannel();
              port1.onmessage = () => resolve(performance.now() - timeStamp);
              return port2.postMessage(null);
            };
            requestAnimationFrame(look);
          },
          { capture: true, once: true },
        );
      }),
    wanted,
  );
}
