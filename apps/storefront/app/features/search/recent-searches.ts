/** @file The searches that this browser remembers for its shopper. They are never sent to the shop. */

const key = 'kindred.searches';
const most = 8;

interface Kept {
  /** A member was logged in. */
  readonly ofMember: boolean;
  /** The latest first. */
  readonly texts: readonly string[];
}

interface Shopper {
  readonly isMember: boolean;
  readonly isOptedOut: boolean;
}

type Store = Pick<Storage, 'getItem' | 'removeItem' | 'setItem'>;

/** The list of a member ends with the log-out, and every list with the opt-out. */
export function recentSearches(shopper: Shopper, store = browserStore()): readonly string[] {
  const { ofMember, texts } = read(store);
  if (!shopper.isOptedOut && (!ofMember || shopper.isMember)) return texts;
  forgetSearches(store);
  return [];
}

export function rememberSearch(text: string, shopper: Shopper, store = browserStore()): void {
  const words = text.trim().replace(/\s+/g, ' ');
  const known = recentSearches(shopper, store);
  if (words === '' || shopper.isOptedOut) return;
  write([words, ...known.filter((one) => !isSame(one, words))].slice(0, most), shopper, store);
}

export function removeSearch(text: string, shopper: Shopper, store = browserStore()): void {
  write(
    recentSearches(shopper, store).filter((one) => one !== text),
    shopper,
    store,
  );
}

export function forgetSearches(store = browserStore()): void {
  try {
    store?.removeItem(key);
  } catch {
    // The browser refuses to store, so there is nothing to forget.
  }
}

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

function read(store: Store | undefined): Kept {
  try {
    const kept = JSON.parse(store?.getItem(key) ?? 'null') as Partial<Kept> | null;
    const texts = Array.isArray(kept?.texts) ? kept.texts : [];
    return {
      ofMember: kept?.ofMember === true,
      texts: texts.filter((text) => typeof text === 'string').slice(0, most),
    };
  } catch {
    return { ofMember: false, texts: [] };
  }
}

function write(texts: readonly string[], { isMember }: Shopper, store: Store | undefined): void {
  try {
    store?.setItem(key, JSON.stringify({ ofMember: isMember, texts } satisfies Kept));
  } catch {
    // The shopper searches without a memory.
  }
}

/** Undefined if the browser has no store or refuses it. */
function browserStore(): Store | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
