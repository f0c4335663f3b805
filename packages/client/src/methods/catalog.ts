import type { Api } from '../api.ts';
import type { CategoryList, Product } from '../contracts.ts';

/** The products of the shop. */
export function catalogMethods({ get }: Api) {
  return {
    categories: () => get<CategoryList>('/categories'),
    product: (productId: number) => get<Product>(`/products/${productId}`),
  };
}
