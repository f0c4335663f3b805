import type { Api } from '../api.ts';
import type { ProductSale, ProductSaleList, SaleContent } from '../contracts.ts';

const salesOf = (productId: number) => `/admin/products/${productId}/sales`;

/** For administrators: prices of products for a while. */
export function saleAdminMethods({ get, send }: Api) {
  return {
    sales: (productId: number) => get<ProductSaleList>(salesOf(productId)),
    addSale: (productId: number, content: SaleContent) =>
      send<ProductSale>('POST', salesOf(productId), content),
    replaceSale: (productId: number, saleId: number, content: SaleContent) =>
      send<ProductSale>('PUT', `${salesOf(productId)}/${saleId}`, content),
    deleteSale: (productId: number, saleId: number) =>
      send<void>('DELETE', `${salesOf(productId)}/${saleId}`),
  };
}
