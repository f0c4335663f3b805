/** @file The shop's sitemaps: one file, or an index of files if one would have too many addresses. */
import { brandPath, categoryPath, productPath } from '@kindred/shop-types';
import type { Database } from '../../../platform/postgres/database.ts';
import { remember } from '../../../platform/remember.ts';
import { findCategories } from '../catalog/index.ts';
import { findBrands, findProductRanges, findSitemapProducts, hasDeals } from './sitemap-repository.ts';
import { type SitemapAddress, writeSitemapIndex, writeUrlset } from './write-sitemap.ts';

/** The limit of the protocol for one file. */
const mostAddresses = 50_000;
const batchSize = 2_000;
/** A brand with fewer products has a page, but the page says little that the products do not say. */
const fewestOfBrand = 3;
/** Reading all products takes about a second per million. */
const keptMs = 15 * 60_000;

/** The pages about the shop, as the shop keeps them. */
export type ReadInfoPages = () => Promise<
  readonly { readonly slug: string; readonly title: string; readonly description: string; updatedAt: Date }[]
>;

export interface Sitemaps {
  /** Returns `/sitemap.xml`. */
  all(): Promise<AsyncGenerator<string>>;
  /** Returns `/sitemaps/NAME`, or undefined if no such file exists. */
  file(name: string): Promise<AsyncGenerator<string> | undefined>;
}

export function createSitemaps({
  db,
  publicUrl,
  readInfoPages,
  limit = mostAddresses,
}: {
  db: Database;
  publicUrl: string;
  readInfoPages: ReadInfoPages;
  /** The most addresses of a file, and the number of product ids of a part. */
  limit?: number;
}): Sitemaps {
  const readOverview = remember(
    async () => {
      const [ranges, categories, brands, isOnSale] = await Promise.all([
        findProductRanges(db, limit),
        findCategories(db),
        findBrands(db, { fewest: fewestOfBrand, limit }),
        hasDeals(db),
      ]);
      return {
        ranges,
        categories: categories
          .filter(({ product_count }) => product_count > 0)
          .slice(0, limit)
          .map(({ slug }) => ({ path: categoryPath(slug) })),
        brands: brands.map((brand) => ({ path: brandPath(brand) })),
        lists: ['/', '/search', '/new', ...(isOnSale ? ['/deals'] : [])].map((path) => ({ path })),
      };
    },
    { forMs: keptMs },
  );

  async function read() {
    const [overview, infoPages] = await Promise.all([readOverview(), readInfoPages()]);
    const pages: readonly SitemapAddress[] = [
      ...overview.lists,
      ...infoPages.map(({ slug, updatedAt }) => ({ path: `/${slug}`, changedAt: updatedAt })),
    ];
    return { ...overview, pages };
  }

  async function* products(from: number, below: number): AsyncGenerator<readonly SitemapAddress[]> {
    let next = from;
    while (next < below) {
      const batch = await findSitemapProducts(db, { from: next, below, limit: batchSize });
      yield batch.map((product) => ({ path: productPath(product), changedAt: product.updated_at }));
      if (batch.length < batchSize) return;
      next = batch.at(-1)!.product_id + 1;
    }
  }

  async function* whole({ ranges, pages, categories, brands }: Awaited<ReturnType<typeof read>>) {
    yield [...pages, ...categories, ...brands];
    for (const { part } of ranges) yield* products(part * limit, (part + 1) * limit);
  }

  return {
    async all() {
      const known = await read();
      const { ranges, pages, categories, brands } = known;
      const productCount = ranges.reduce((sum, { count }) => sum + count, 0);
      if (pages.length + categories.length + brands.length + productCount <= limit)
        return writeUrlset(whole(known), publicUrl);
      const files = [
        { path: '/sitemaps/pages.xml' },
        ...(categories.length > 0 ? [{ path: '/sitemaps/categories.xml' }] : []),
        ...(brands.length > 0 ? [{ path: '/sitemaps/brands.xml' }] : []),
        ...ranges.map(({ part, changedAt }) => ({ path: `/sitemaps/products-${part}.xml`, changedAt })),
      ];
      return inBatches([writeSitemapIndex(files, publicUrl)]);
    },
    async file(name) {
      const { ranges, pages, categories, brands } = await read();
      const lists: Readonly<Record<string, readonly SitemapAddress[]>> = {
        'pages.xml': pages,
        'categories.xml': categories,
        'brands.xml': brands,
      };
      if (Object.hasOwn(lists, name)) return writeUrlset(inBatches([lists[name]!]), publicUrl);
      const part = Number(/^products-(0|[1-9]\d{0,8})\.xml$/.exec(name)?.[1]);
      if (!ranges.some((range) => range.part === part)) return undefined;
      return writeUrlset(products(part * limit, (part + 1) * limit), publicUrl);
    },
  };
}

async function* inBatches<Batch>(batches: readonly Batch[]): AsyncGenerator<Batch> {
  yield* batches;
}
