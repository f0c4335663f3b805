/** The addresses to visit, each once. Kinds of pages take turns, so that a short crawl sees some of each. */
export class AddressQueue {
  readonly #known = new Map<string, string>();
  readonly #byKind = new Map<string, string[]>();

  /** `from`: the page that names it. */
  add(named: string, from: string): void {
    const address = withoutVisit(named);
    if (this.#known.has(address)) return;
    this.#known.set(address, from);
    const kind = kindOf(address);
    const ofKind = this.#byKind.get(kind);
    if (ofKind) ofKind.push(address);
    else this.#byKind.set(kind, [address]);
  }

  /** The first page that named the address. */
  fromOf(address: string): string | undefined {
    return this.#known.get(address);
  }

  take(): string | undefined {
    for (const [kind, addresses] of this.#byKind) {
      const next = addresses.shift();
      this.#byKind.delete(kind);
      if (addresses.length > 0) this.#byKind.set(kind, addresses);
      return next;
    }
    return undefined;
  }

  get size(): number {
    return this.#known.size;
  }
}

/** Which recommendation or search a link belongs to: its page is the same without. */
const ofOneVisit = ['rid', 'pos', 'search'];

function withoutVisit(address: string): string {
  const { pathname, searchParams } = new URL(`http://shop${address}`);
  if (!ofOneVisit.some((name) => searchParams.has(name))) return address;
  for (const name of ofOneVisit) searchParams.delete(name);
  return searchParams.size === 0 ? pathname : `${pathname}?${searchParams}`;
}

/** `/c/mugs?sort=rating` is of the kind `/c?`. */
const kindOf = (address: string): string =>
  (/^\/[^/?]*/.exec(address)?.[0] ?? '') + (address.includes('?') ? '?' : '');
