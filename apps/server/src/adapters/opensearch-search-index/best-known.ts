/** @file What suggestions need of the index as a whole, counted once a while. */

import { askWhole, type SearchTarget, type Whole } from './ask-whole.ts';
import { valueOfToken, valuesOf } from './attribute-values.ts';
import { amongProducts, field } from './nested-products.ts';

export interface BestKnown {
  /** That have products, the most of them first. */
  readonly brands: readonly string[];
  /** Slugs of those that have products, themselves or below them. */
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
