/** @file Lists that the shopper left. They stay in the document, hidden, because the browser keeps the layout of what stays. */

export interface LeftPage {
  /** The key of the router's location. */
  readonly visit: string;
  readonly element: HTMLElement;
  readonly place: Place;
}

/** Where on a page the shopper was when they left it, in CSS pixels. */
export interface Place {
  /** How far the window was scrolled. */
  readonly scrollY: number;
  /** How wide the window was. */
  readonly width: number;
}

const pages = new Map<string, LeftPage & { readonly until: number }>();
const most = 3;
const keptMs = 5 * 60_000;

export function keepLeftPage(page: LeftPage): void {
  drop(page.visit);
  pages.set(page.visit, { ...page, until: Date.now() + keptMs });
  const oldest = pages.keys().next().value;
  if (pages.size > most && oldest !== undefined) drop(oldest);
}

function drop(visit: string): void {
  pages.get(visit)?.element.remove();
  pages.delete(visit);
}

/** Returns a page once: whoever shows it owns it. In a window of another width it would look different. */
export function takeLeftPage(visit: string, width: number): LeftPage | undefined {
  const page = pages.get(visit);
  if (!page) return;
  const isFit = page.element.isConnected && Date.now() < page.until && page.place.width === width;
  if (!isFit) return drop(visit) as undefined;
  pages.delete(visit);
  return page;
}
