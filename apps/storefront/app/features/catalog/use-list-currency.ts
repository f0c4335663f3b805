import type { Facets } from '@kindred/contracts';
import { useShop } from '../shop/use-shop.ts';

/** What a list is priced in; one without a price is in the shop's own currency. */
export function useListCurrency({ price }: Facets): string {
  const shop = useShop();
  return price.currency ?? shop?.default_currency ?? 'USD';
}
