/** @file Counts over the whole index that suggestions need, renewed once in a while. */

import { askWhole, type SearchTarget, type Whole } from './ask-whole.ts';
import { valueOfToken, valuesOf } from './attribute-values.ts';
import { amongProducts, field } from './nested-products.ts';

export interface BestKnown {
  /** The brands that have products, the one with the most products first. */
  readonly brands: readonly string[];
  /** The slugs of the categories that have products in or below them. */
  readonly categories: ReadonlySet<string>;
}

interface Bucket {
  readonly key: string;
}

interface BestKnownAnswer extends Whole {
  readonly aggregations: {
    readonly products: Record<'categories' | 'brands', { readonly buckets: readonly Bucket[] }>;
  };
}

const mostBuckets = 10_000;

export async function findBestKnown(target: SearchTarget): Promise<BestKnown> {
  const { aggregations } = await askWhole<BestKnownAnswer>(target, {
    size: 0,
    track_total_hits: false,
    aggs: {
      products: amongProducts({
        categories: { terms: { field: field('category'), size: mostBuckets } },
        brands: valuesOf('brand', mostBuckets, [{ _count: 'desc' }, { _key: 'asc' }]),
      }),
    },
  });
  const keys = ({ buckets }: { buckets: readonly Bucket[] }) => buckets.map(({ key }) => key);
  return {
    categories: new Set(keys(aggregations.products.categories)),
    brands: keys(aggregations.products.brands).map((token) => valueOfToken('brand', token)),
  };
}
