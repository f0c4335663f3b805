/// <reference lib="dom" />
import type { Page } from 'playwright-core';

export interface Focused {
  /** Role or tag, and the accessible name. */
  name: string;
  coveredBy: string | null;
}

/** Goes with the Tab key through the whole page, or the open dialog. Returns the focused elements, in order, and what covered them. */
export async function walkByTab(page: Page, { limit = 500 } = {}): Promise<Focused[]> {
  const seen = await page.evaluateHandle(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    return new Set<Element>();
  });
  const order: Focused[] = [];
  while (order.length < limit) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(lookAtFocus, seen);
    if (focused === null) break;
    order.push(focused);
  }
  return order;
}

/** Runs in the page. Returns null when the round is complete. */
async function lookAtFocus(seen: Set<Element>): Promise<Focused | null> {
  const element = document.activeElement;
  if (!element || element === document.body || seen.has(element)) return null;
  seen.add(element);
  // Waits until a shelf has snapped into place.
  for (let still = 0, place = '', frames = 0; still < 3 && frames < 90; frames++) {
    await new Promise(requestAnimationFrame);
    const { left, top } = element.getBoundingClientRect();
    still = place === `${left} ${top}` ? still + 1 : 0;
    place = `${left} ${top}`;
  }

  const textOf = (one: Element) =>
    (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60);
  const nameOf = (one: Element) =>
    `${one.getAttribute('role') ?? one.localName} ${textOf(one) || one.id || one.getAttribute('name') || one.className}`;
  const labels = [...((element as HTMLInputElement).labels ?? [])];
  const belongs = (hit: Element) =>
    element.contains(hit) || hit.contains(element) || labels.some((label) => label.contains(hit));

  // A link over two lines has several boxes; an element larger than the window is only partly visible.
  const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
  if (!box) return { name: nameOf(element), coveredBy: 'it has no box' };
  const [width, height] = [document.documentElement.clientWidth, window.innerHeight];
  const isLarge = box.height > height / 2 || box.width > width;
  // Stays within rounded corners, outside of which the surroundings show.
  const radius = Math.min(
    Number.parseFloat(getComputedStyle(element).borderTopLeftRadius) || 0,
    Math.min(box.width, box.height) / 2,
  );
  const inset = Math.max(radius * 0.3, Math.min(3, box.width / 3, box.height / 3));
  const points = [
    [box.left + box.width / 2, box.top + box.height / 2],
    ...[box.left + inset, box.right - inset].flatMap((x) => [
      [x, box.top + inset],
      [x, box.bottom - inset],
    ]),
  ];
  for (const [x, y] of points) {
    const isInside = x >= 0 && y >= 0 && x <= width && y <= height;
    if (!isInside && isLarge) continue;
    const hit = isInside ? document.elementFromPoint(x, y) : null;
    if (!hit) return { name: nameOf(element), coveredBy: `the window ends at ${x}, ${y}` };
    if (!belongs(hit)) return { name: nameOf(element), coveredBy: nameOf(hit) };
  }
  return { name: nameOf(element), coveredBy: null };
}
