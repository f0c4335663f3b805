/** @file What suggestions need of the index as a whole, counted once a while. */

import { askWhole, type SearchTarget, type Whole } from './ask-whole.ts';
import { valueOfToken, valuesOf } from './attribute-values.ts';

export interface BestKnown {
  /** That have products, the most of them first. */
  readonly brands: readonly string[];
  /** Slugs of those that have products, themselves or below them. */
  readonly categories: ReadonlySet<string>;
}

interface Bucket {
  readonly key: string;
}

const mostBuckets = 10_000;

export async function findBestKnown(target: SearchTarget): Promise<BestKnown> {
  const { aggregations } = await askWhole<
    Whole & { aggregations: Record<'categories' | 'brands', { buckets: readonly Bucket[] }> }
  >(target, {
    size: 0,
    track_total_hits: false,
    aggs: {
      categories: { terms: { field: 'category', size: mostBuckets } },
      brands: valuesOf('brand', mostBuckets, [{ _count: 'desc' }, { _key: 'asc' }]),
    },
  });
  const keys = ({ buckets }: { buckets: readonly Bucket[] }) => buckets.map(({ key }) => key);
  return {
    categories: new Set(keys(aggregations.categories)),
    brands: keys(aggregations.brands).map((token) => valueOfToken('brand', token)),
  };
}
