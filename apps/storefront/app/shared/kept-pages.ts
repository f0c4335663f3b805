import { useEffect } from 'react';
import { useLocation, useMatches } from 'react-router';

/**
 * @file Lists that the shopper left, so that Back shows them at once. They are kept in this tab's memory until the shopper changes
 * something (the cart, the wishlist, a shelf), five minutes at most.
 */

interface KeptPage {
  readonly pathname: string;
  readonly data: unknown;
  readonly until: number;
}

const pages = new Map<string, KeptPage>();
const most = 20;
const keptMs = 5 * 60_000;

/** The visit that Back or Forward asked for, until the router has shown it. */
let revisited: string | undefined;

/** The key of the router's location, from the state of an entry of the browser's history. The entry at which a document began has none. */
export function visitOf(state: unknown): string {
  return (state as { key?: string } | null)?.key ?? 'default';
}

/** Back or Forward asks for this visit. */
export function noteRevisit(visit: string): void {
  revisited = visit;
}

export function keepPage(visit: string, pathname: string, data: unknown): void {
  pages.delete(visit);
  pages.set(visit, { pathname, data, until: Date.now() + keptMs });
  for (const key of pages.keys()) {
    if (pages.size <= most) break;
    pages.delete(key);
  }
}

export function forgetPages(): void {
  pages.clear();
}

/** A route's `clientLoader`: Back and Forward show what the shopper left, everything else asks the server. */
export async function loadOrRevisit<Data>({
  url,
  serverLoader,
}: {
  url: URL;
  serverLoader: () => Promise<Data>;
}): Promise<Data> {
  const kept = revisited === undefined ? undefined : pages.get(revisited);
  const isKept = kept?.pathname === url.pathname && Date.now() < kept.until;
  return isKept ? (kept.data as Data) : serverLoader();
}

/** A route's `handle`: its page is kept. */
export const keptHandle = { isKept: true };

/** Keeps the data of the page that is shown, under its visit. */
export function useKeptPages(): void {
  const { key, pathname } = useLocation();
  const { handle, loaderData } = useMatches().at(-1)!;
  useEffect(() => {
    revisited = undefined;
    if (handle === keptHandle) keepPage(key, pathname, loaderData);
  }, [key, pathname, handle, loaderData]);
}
