import type { ListedProducts } from '../../../ports/listed-products.ts';

/** The keys of categories and brands never collide, because one is a number and the other a text. */
export function kindsOf(products: ListedProducts, itemId: number): (number | string)[] {
  const { categoryId, brand } = products.find(itemId) ?? { categoryId: null, brand: null };
  return [categoryId, brand].filter((kind) => kind !== null);
}
