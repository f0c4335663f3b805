import type { Api } from '../api.ts';
import type { BrandList, BrandQuery, CategoryList, Product } from '../contracts.ts';

/** The products of the shop. */
export function catalogMethods({ get }: Api) {
  return {
    brands: (query: BrandQuery) => get<BrandList>('/brands', query),
    categories: () => get<CategoryList>('/categories'),
    product: (productId: number) => get<Product>(`/products/${productId}`),
  };
}
