/** @file Compares what a page tells search engines in JSON-LD with what it shows. */
import { type CrawledPage, inWords } from './read-page.ts';

type Data = Readonly<Record<string, unknown>>;

export interface DataFound {
  readonly faults: readonly string[];
  /** Addresses that the data names. */
  readonly links: readonly string[];
  readonly types: readonly string[];
}

const availabilities: Readonly<Record<string, string>> = {
  InStock: 'In stock',
  LimitedAvailability: 'Only a few left',
  OutOfStock: 'Out of stock',
};

/** The types that a page must have, by the beginning of its address. */
const expected: readonly [start: RegExp, types: readonly string[]][] = [
  [/^\/(\?|$)/, ['Organization', 'WebSite']],
  [/^\/[bc]\//, ['BreadcrumbList']],
  [/^\/p\/\d+\/[^/]*$/, ['BreadcrumbList']],
];

export function dataFaults(page: CrawledPage, address: string, publicUrl: string): DataFound {
  const nodes = page.data.flatMap(nodesIn);
  const types = nodes.map((node) => String(node['@type']));
  const links: string[] = [];
  const faults: string[] = [];
  const claim = (isTrue: boolean, fault: string) => {
    if (!isTrue) faults.push(fault);
  };
  const own = (url: unknown): string | undefined => {
    const isOwn = typeof url === 'string' && url.startsWith(`${publicUrl}/`);
    claim(isOwn, `JSON-LD names ${String(url)}, which is no address of the shop`);
    return isOwn ? url.slice(publicUrl.length) : undefined;
  };
  const shows = (what: string, text: string) =>
    claim(
      page.ownText.includes(inWords(text)),
      `JSON-LD has the ${what} “${text}”, which the page does not show`,
    );

  const check: Readonly<Record<string, (node: Data) => void>> = {
    Product(node) {
      const {
        name,
        url,
        brand,
        offers,
        aggregateRating: rating,
        description,
      } = node as unknown as ProductData;
      claim(
        inWords(name) === page.headings[0],
        `JSON-LD names the product “${name}”, and the page “${page.headings[0]}”`,
      );
      claim(
        url === page.canonicals[0],
        `JSON-LD has the address ${url}, and the page’s is ${page.canonicals[0]}`,
      );
      if (brand) shows('brand', brand.name);
      if (description) shows('description', description.split('\n')[0]!);
      if (rating)
        shows(
          'rating',
          `${rating.ratingValue} out of 5, ${rating.ratingCount.toLocaleString('en-US')} review`,
        );
      claim(
        !!rating !== page.ownText.includes('No reviews yet'),
        'JSON-LD has a rating, or none, unlike the page',
      );
      if (!offers) return;
      const { price, priceCurrency: currency, availability } = offers;
      shows('price', new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(Number(price)));
      shows('availability', availabilities[availability.replace('https://schema.org/', '')] ?? availability);
      claim(offers.url === url, `JSON-LD’s offer has the address ${offers.url}`);
      for (const way of offers.shippingDetails ?? []) shows('delivery', deliveryText(way));
    },
    BreadcrumbList(node) {
      const items = node.itemListElement as readonly { position: number; name: string; item: string }[];
      for (const { item } of items) links.push(own(item) ?? '/');
      const names = items.map(({ name }) => inWords(name));
      const shown = page.crumbs.length < names.length ? [...page.crumbs, page.headings[0]] : page.crumbs;
      claim(
        names.join(' / ') === shown.join(' / '),
        `JSON-LD has the trail ${names.join(' / ')}, and the page ${shown.join(' / ')}`,
      );
      claim(
        items.every(({ position }, index) => position === index + 1),
        'JSON-LD’s trail is not numbered from 1',
      );
    },
    Organization(node) {
      claim(page.wholeText.includes(inWords(String(node.name))), `JSON-LD names the shop “${node.name}”`);
      own(node.url);
    },
    WebSite(node) {
      own(node.url);
      const { target } = node.potentialAction as { target: { urlTemplate: string } };
      links.push(own(target.urlTemplate)?.replace('{search_term_string}', 'lamp') ?? '/');
    },
  };

  for (const node of nodes) {
    const checkType = check[String(node['@type'])];
    if (checkType) checkType(node);
    else faults.push(`JSON-LD has a “${node['@type']}”, which this crawl cannot check`);
  }
  for (const [start, needed] of expected)
    if (start.test(address)) for (const type of needed) claim(types.includes(type), `JSON-LD has no ${type}`);
  return { faults, links, types };
}

interface ProductData {
  readonly name: string;
  readonly url: string;
  readonly description?: string;
  readonly brand?: { readonly name: string };
  readonly aggregateRating?: { readonly ratingValue: string; readonly ratingCount: number };
  readonly offers?: {
    readonly url: string;
    readonly price: string;
    readonly priceCurrency: string;
    readonly availability: string;
    readonly shippingDetails?: readonly ShippingDetails[];
  };
}

interface ShippingDetails {
  readonly shippingRate: { readonly value: string; readonly currency: string };
  readonly deliveryTime: { readonly transitTime: { readonly minValue: number; readonly maxValue: number } };
}

/** `$4.90, 3 to 5 working days`, as a page shows it. */
function deliveryText({ shippingRate: { value, currency }, deliveryTime }: ShippingDetails): string {
  const cost = new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(Number(value));
  const { minValue: min, maxValue: max } = deliveryTime.transitTime;
  return `${Number(value) === 0 ? 'free' : cost}, ${min === max ? '' : `${min} to `}${max} working ${max === 1 ? 'day' : 'days'}`;
}

function nodesIn(text: string): readonly Data[] {
  const data = JSON.parse(text) as Data;
  if (data['@context'] !== 'https://schema.org') return [{ '@type': `thing of ${String(data['@context'])}` }];
  return (data['@graph'] as readonly Data[] | undefined) ?? [data];
}
