/** @file The nodes of lists that the shopper left. */

export interface LeftPage {
  /** The key of the router's location. */
  readonly visit: string;
  /** They are in no document, unless the page is still shown. */
  readonly nodes: readonly Node[];
  /** How far the window was scrolled. */
  readonly scrollY: number;
}

const pages = new Map<string, LeftPage & { readonly until: number }>();
const most = 3;
const keptMs = 5 * 60_000;

/** Keeps a page whose nodes have left the document. A list with another filter uses the same nodes. */
export function keepLeftPage(page: LeftPage): void {
  pages.delete(page.visit);
  if (page.nodes.length === 0 || page.nodes.some(({ isConnected }) => isConnected)) return;
  pages.set(page.visit, { ...page, until: Date.now() + keptMs });
  const oldest = pages.keys().next().value;
  if (pages.size > most && oldest !== undefined) pages.delete(oldest);
}

/** Returns a page once: whoever shows it owns its nodes. */
export function takeLeftPage(visit: string): LeftPage | undefined {
  const page = pages.get(visit);
  pages.delete(visit);
  return page && Date.now() < page.until ? page : undefined;
}
