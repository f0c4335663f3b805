/** @file A document is an item: a product, or the products of a group. Its products are documents within it, which queries meet one by one. */
import type { Json } from './connection.ts';

const path = 'products';

/** A field of a product, as every query names it. */
export const field = (name: string): string => `${path}.${name}`;

/** Items that have a product which `product` finds; an item scores as its best one does. */
export const havingProduct = (product: Json, more: Json = {}): Json => ({
  nested: { path, query: product, score_mode: 'max', ...more },
});

/** In a sort by a field of a product: an item has the first value of those of its products that `product` finds. */
export const firstOf = (product: Json, order: 'asc' | 'desc'): Json => ({
  mode: order === 'asc' ? 'min' : 'max',
  nested: { path, filter: product },
});

/** Aggregations of products instead of items. */
export const amongProducts = (aggs: Json): Json => ({ nested: { path }, aggs });

/** Below a count of products: how many items they are. */
export const countItems: Json = { items: { reverse_nested: {} } };

export interface CountedItems {
  readonly items: { readonly doc_count: number };
}

/** With each item come these fields of the first of its products that the query finds. */
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

/** What of that product has a value. */
export function firstProductOf<Fields>({ inner_hits }: WithFirstProduct): Fields {
  const [{ fields }] = inner_hits[path].hits.hits;
  return Object.fromEntries(
    Object.entries(fields).map(([name, [value]]) => [name.slice(field('').length), value]),
  ) as Fields;
}
