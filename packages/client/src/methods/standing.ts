import type { Api } from '../api.ts';
import type { ProductStanding } from '../contracts.ts';

/** For administrators: how a product does. */
export function standingAdminMethods({ get }: Api) {
  return {
    productStanding: (productId: number) => get<ProductStanding>(`/admin/products/${productId}/standing`),
  };
}
