/** @file A document is an item: a product, or the products of a group. Its products are nested documents, which queries match one by one. */
import type { Json } from './connection.ts';

const path = 'products';

/** The name of a product's field in queries. */
export const field = (name: string): string => `${path}.${name}`;

/** Finds the items that have a product that `product` matches. An item has the score of its best product. */
export const havingProduct = (product: Json, more: Json = {}): Json => ({
  nested: { path, query: product, score_mode: 'max', ...more },
});

/** For a sort by a product's field: an item has the first value among its products that `product` matches. */
export const firstOf = (product: Json, order: 'asc' | 'desc'): Json => ({
  mode: order === 'asc' ? 'min' : 'max',
  nested: { path, filter: product },
});

/** Aggregates products instead of items. */
export const amongProducts = (aggs: Json): Json => ({ nested: { path }, aggs });

/** Inside an aggregation of products, counts their items. */
export const countItems: Json = { items: { reverse_nested: {} } };

export interface CountedItems {
  readonly items: { readonly doc_count: number };
}

/** Returns with each item these fields of its first matching product. */
export const firstProduct = (sort: readonly Json[], fields: readonly string[]): Json => ({
  inner_hits: { size: 1, sort, docvalue_fields: fields.map(field), _source: false },
});

export interface WithFirstProduct {
  readonly inner_hits: {
    readonly [path]: {
      readonly hits: {
        readonly hits: readonly [{ readonly fields: Readonly<Record<string, readonly [unknown]>> }];
      };
    };
  };
}

/** Returns those fields of that product that have a value. */
export function firstProductOf<Fields>({ inner_hits }: WithFirstProduct): Fields {
  const [{ fields }] = inner_hits[path].hits.hits;
  return Object.fromEntries(
    Object.entries(fields).map(([name, [value]]) => [name.slice(field('').length), value]),
  ) as Fields;
}
