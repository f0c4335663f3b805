import { noPrice } from '../../ports/search-cursor.ts';
import type { SearchSort } from '../../ports/search-index.ts';
import type { Json } from './connection.ts';
import { field, firstOf } from './nested-products.ts';

export interface SortOrder {
  /** Sorts by a key and then by the number. Both are returned with each item, so the next page can start after them. */
  readonly items: readonly Json[];
  /** The first of an item's products in this order represents it. */
  readonly products: readonly Json[];
}

type Direction = 'asc' | 'desc';

const by = (name: string, order: Direction, more: Json = {}): Json => ({ [name]: { order, ...more } });
const equalProducts = [by(field('in_stock'), 'desc'), by(field('product_id'), 'asc')];

const byScore: SortOrder = {
  items: [by('_score', 'desc'), by('item_id', 'desc')],
  products: [by('_score', 'desc'), ...equalProducts],
};

/** Sorts by a key of the item, which all its products share. */
const byItem = (name: string): SortOrder => ({
  items: [by(name, 'desc'), by('item_id', 'desc')],
  products: equalProducts,
});

/** Sorts by the key of the item's first product that `passing` matches. */
const byProduct = (name: string, order: Direction, passing: Json, more: Json = {}): SortOrder => ({
  items: [by(field(name), order, { ...more, ...firstOf(passing, order) }), by('item_id', order)],
  products: [by(field(name), order, more), ...equalProducts],
});

export function sortOrder(sort: SearchSort, passing: Json): SortOrder {
  switch (sort) {
    case 'relevance':
      return byScore;
    case 'popularity':
      return byItem('rating_count');
    case 'rating':
      return byItem('bayesian_rating');
    case 'newest':
      return byProduct('day', 'desc', passing);
    case 'price-asc':
      return byProduct('price_minor', 'asc', passing, { missing: noPrice[sort] });
    case 'price-desc':
      return byProduct('price_minor', 'desc', passing, { missing: noPrice[sort] });
    case 'discount':
      return byProduct('percent_off', 'desc', passing);
  }
  sort satisfies never;
}
