import { barsBetween } from '../../ports/price-borders.ts';
import type { FacetRequest, SearchFacets, SearchFacetValue } from '../../ports/search-index.ts';
import { valueOfToken } from './attribute-values.ts';
import { floors, placeOf, type Shelf } from './count-products.ts';
import type { CountedItems } from './nested-products.ts';
import { attributeName, type FilterName, type ResolvedFilters } from './resolve-filters.ts';

interface Bucket {
  readonly key: string;
}

type CountedBucket = Bucket & CountedItems;

interface FacetAggregates {
  readonly category: { readonly buckets: readonly CountedBucket[] };
  readonly [attribute: `attribute ${string}`]: { readonly buckets: readonly CountedBucket[] };
  readonly rating: { readonly buckets: Readonly<Record<string, CountedItems>> };
  readonly price: {
    readonly range: { readonly min: number | null; readonly max: number | null };
    readonly currency: { readonly buckets: readonly Bucket[] };
    /** From the lowest. */
    readonly bars: { readonly buckets: readonly CountedItems[] };
  };
  readonly stock: CountedItems;
  readonly deals: CountedItems;
}

export type FacetAnswer = Readonly<Record<string, FacetAggregates>>;

/** Replaces numbers by the names of values and categories. */
export function presentFacets(
  answer: FacetAnswer,
  clauses: ResolvedFilters,
  shelves: readonly Shelf[],
  { attributes }: FacetRequest,
): SearchFacets {
  const of = <Name extends FilterName>(name: Name): FacetAggregates[Name] =>
    answer[placeOf(name, clauses)][name];
  const values = (code: string): SearchFacetValue[] =>
    of(attributeName(code)).buckets.map(({ key, items }) => {
      const value = valueOfToken(code, key);
      return { value, label: value, count: items.doc_count };
    });
  const names = new Map(shelves.map(({ slug, name }) => [slug, name]));
  const {
    range: { min, max },
    currency,
    bars,
  } = of('price');
  return {
    category: of('category')
      .buckets.map(({ key, items }) => ({
        value: key,
        label: names.get(key) ?? key,
        count: items.doc_count,
      }))
      .sort((a, b) => a.label.localeCompare(b.label)),
    attributes: Object.fromEntries(attributes.map((code) => [code, values(code)])),
    rating: floors.map((floor) => ({
      value: String(floor),
      label: `${floor} and up`,
      count: of('rating').buckets[floor].items.doc_count,
    })),
    price: {
      minMinor: min,
      maxMinor: max,
      currency: currency.buckets[0]?.key ?? null,
      bars:
        min === null || max === null
          ? []
          : barsBetween(min, max, (bar) => bars.buckets[bar]!.items.doc_count),
    },
    inStock: of('stock').items.doc_count,
    deals: of('deals').items.doc_count,
  };
}
