import { noPrice } from '../../ports/search-cursor.ts';
import type { SearchSort } from '../../ports/search-index.ts';
import type { Json } from './connection.ts';

const falling = (field: string): Json => ({ [field]: { order: 'desc' } });
const price = (sort: 'price-asc' | 'price-desc', order: 'asc' | 'desc'): Json => ({
  price_minor: { order, missing: noPrice[sort] },
});

/** The key and then the number, both of which come back with each product, and can be gone on after. */
export function sortOrder(sort: SearchSort): Json[] {
  switch (sort) {
    case 'relevance':
      return [falling('_score'), falling('product_id')];
    case 'popularity':
      return [falling('rating_count'), falling('product_id')];
    case 'rating':
      return [falling('bayesian_rating'), falling('product_id')];
    case 'newest':
      return [falling('day'), falling('product_id')];
    case 'price-asc':
      return [price(sort, 'asc'), { product_id: { order: 'asc' } }];
    case 'price-desc':
      return [price(sort, 'desc'), falling('product_id')];
  }
  sort satisfies never;
}
