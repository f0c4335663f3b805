import { AddressQueue } from './address-queue.ts';
import { type DataFound, dataFaults } from './data-faults.ts';
import { type CrawledPage, openPageReader } from './read-page.ts';

export interface Crawl {
  readonly pages: number;
  readonly addresses: number;
  /** How many objects of JSON-LD were compared with their pages, by type. */
  readonly data: Readonly<Record<string, number>>;
  /** `/c/mugs: has 2 elements h1`. */
  readonly faults: readonly string[];
}

interface CrawlOptions {
  readonly shopUrl: string;
  /** How many pages to open. */
  readonly limit: number;
  readonly signal?: AbortSignal;
  readonly report?: (line: string) => void;
}

/**
 * Follows the links of the home page and the sitemap, as a visitor without cookies. It does not follow the links of pages that search engines
 * do not list: their filters and sorts can be combined without end.
 */
export async function crawlShop({ shopUrl, limit, signal, report }: CrawlOptions): Promise<Crawl> {
  const reader = await openPageReader();
  const queue = new AddressQueue();
  const faults: string[] = [];
  const data: Record<string, number> = {};
  const canonicals = new Map<string, string>();
  let pages = 0;
  const blame = (address: string, fault: string) => {
    const line = `${address} (from ${queue.fromOf(address)}): ${fault}`;
    faults.push(line);
    report?.(line);
  };
  const ask = (address: string) =>
    fetch(shopUrl + address, {
      redirect: 'manual',
      headers: { accept: 'text/html', 'user-agent': 'Kindred crawl bot' },
    });
  const textOf = async (address: string) => (await ask(address)).text();

  const sitemapUrl = /^Sitemap: (.*)$/m.exec(await textOf('/robots.txt'))?.[1] ?? '';
  const publicUrl = new URL(sitemapUrl).origin;
  const toPath = (url: string) => (url.startsWith(`${publicUrl}/`) ? url.slice(publicUrl.length) : url);
  const promised = new Set<string>();
  queue.add('/', 'the start');
  for (const address of await readSitemap(toPath(sitemapUrl), async (path) => textOf(path), toPath)) {
    promised.add(address);
    queue.add(address, 'the sitemap');
  }

  for (let address = queue.take(); address !== undefined && pages < limit; address = queue.take()) {
    signal?.throwIfAborted();
    pages++;
    const answer = await ask(address);
    const location = answer.headers.get('location');
    if (location !== null) {
      if (answer.status === 301 || answer.status === 308)
        blame(address, `leads on to ${location} for good, so its links should lead there`);
      const { origin, pathname, search } = new URL(location, shopUrl);
      if (origin === shopUrl || origin === publicUrl) queue.add(pathname + search, address);
      await answer.body?.cancel();
      continue;
    }
    if (answer.status !== 200) blame(address, `answers ${answer.status}`);
    if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) {
      await answer.body?.cancel();
      continue;
    }
    const page = await reader.read(await answer.text());
    const found = dataFaults(page, address, publicUrl);
    for (const type of found.types) data[type] = (data[type] ?? 0) + 1;
    for (const fault of [...pageFaults(page, address), ...found.faults]) blame(address, fault);

    const canonical = page.canonicals[0] === undefined ? undefined : toPath(page.canonicals[0]);
    if (canonical !== undefined) {
      canonicals.set(address, canonical);
      queue.add(canonical, address);
    }
    if (promised.has(address) && canonical !== address)
      blame(address, `is in the sitemap, but names ${canonical ?? 'no page'} as the one to list`);
    if (page.isListed) for (const link of linksOf(page, found)) queue.add(link, address);
  }
  for (const [address, canonical] of canonicals) {
    const next = canonicals.get(canonical);
    if (next !== undefined && next !== canonical)
      blame(address, `names ${canonical} as the page to list, which names ${next}`);
  }
  return { pages, addresses: queue.size, data, faults };
}

const linksOf = ({ links }: CrawledPage, found: DataFound): readonly string[] => [...links, ...found.links];

function pageFaults(page: CrawledPage, address: string): string[] {
  const { titles, headings, canonicals, isListed, cards, invalid } = page;
  const ownId = /^\/p\/(\d+)\/[^/]*$/.exec(address)?.[1];
  const shown = [...(ownId === undefined ? [] : [Number(ownId)]), ...cards];
  const twice = shown.filter((id, index) => shown.indexOf(id) !== index);
  return [
    ...invalid,
    ...(titles.length === 1 && titles[0] !== '' ? [] : [`has the titles ${JSON.stringify(titles)}`]),
    ...(headings.length === 1 && headings[0] !== '' ? [] : [`has the headings ${JSON.stringify(headings)}`]),
    ...(canonicals.length === (isListed ? 1 : 0)
      ? []
      : [`may ${isListed ? '' : 'not '}be listed, and has ${canonicals.length} canonical addresses`]),
    ...(twice.length === 0 ? [] : [`shows products twice: ${[...new Set(twice)].join(', ')}`]),
  ];
}

/** Reads the addresses of a sitemap, or of all that an index names. */
async function readSitemap(
  path: string,
  read: (path: string) => Promise<string>,
  toPath: (url: string) => string,
): Promise<string[]> {
  const xml = await read(path);
  const addresses = [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) =>
    toPath(
      url!
        .replace(/&apos;/g, "'")
        .replace(/&quot;/g, '"')
        .replace(/&amp;/g, '&'),
    ),
  );
  if (!xml.includes('<sitemapindex')) return addresses;
  return (await Promise.all(addresses.map((one) => readSitemap(one, read, toPath)))).flat();
}
