/** @file `/llms.txt`: the shop for language models, in the form of https://llmstxt.org */
import type { Category, Shop } from '@kindred/contracts';
import { categoryPath } from '@kindred/shop-types';

interface ShopForReaders {
  readonly shop: Pick<Shop, 'description' | 'name' | 'tagline'>;
  readonly categories: readonly Category[];
  readonly infoPages: readonly {
    readonly slug: string;
    readonly title: string;
    readonly description: string;
  }[];
  readonly publicUrl: string;
}

/** Names come from the merchant and from imports, so none of their signs may be Markdown. */
const inMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|]/g, '\\$&');

export function writeLlms({ shop, categories, infoPages, publicUrl }: ShopForReaders): string {
  const link = (name: string, path: string, text: string) =>
    `- [${inMarkdown(name)}](${publicUrl}${path}): ${inMarkdown(text)}`;
  const departments = categories.filter(
    ({ parent_slug, product_count }) => parent_slug === null && product_count > 0,
  );
  const sections: readonly (readonly [heading: string, links: readonly string[]])[] = [
    [
      'Departments',
      departments.map(({ name, slug, product_count: count }) =>
        link(
          name,
          categoryPath(slug),
          `${count.toLocaleString('en-US')} ${count === 1 ? 'product' : 'products'}`,
        ),
      ),
    ],
    [
      'Lists',
      [
        link('All products', '/search', 'with filters by department, price, rating, brand and colour'),
        link('New', '/new', 'the newest first'),
        link('Deals', '/deals', 'what costs less than in the last 30 days'),
      ],
    ],
    ['About the shop', infoPages.map(({ title, slug, description }) => link(title, `/${slug}`, description))],
    [
      'For programs',
      [
        link('API manual', '/api/v1/docs', 'products, search, recommendations, cart and orders over HTTP'),
        link('OpenAPI document', '/api/v1/openapi.json', 'the same for programs'),
        link('Sitemap', '/sitemap.xml', 'the addresses of all pages'),
      ],
    ],
  ];
  return [
    `# ${inMarkdown(shop.name)}`,
    ...[shop.description, shop.tagline]
      .filter((text) => text.trim() !== '')
      .map((text) => `> ${inMarkdown(text)}`),
    ...sections
      .filter(([, links]) => links.length > 0)
      .map(([heading, links]) => [`## ${heading}`, '', ...links].join('\n')),
  ]
    .join('\n\n')
    .concat('\n');
}
