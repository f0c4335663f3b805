import type { Facets } from '@kindred/contracts';
import { useShop } from '../shop/use-shop.ts';

/** The currency of a list's prices. A list without prices has the shop's currency. */
export function useListCurrency({ price }: Facets): string {
  const shop = useShop();
  return price.currency ?? shop?.default_currency ?? 'USD';
}
