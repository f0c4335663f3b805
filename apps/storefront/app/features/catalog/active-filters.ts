import type { Facets } from '@kindred/contracts';
import { formatMoney } from '@kindred/shop-types';
import { shopCurrency } from '../../shared/shop.ts';
import type { ListingState } from './listing-state.ts';

export interface ActiveFilter {
  label: string;
  /** The list's state without this filter. */
  without: ListingState;
}

export function activeFilters(state: ListingState, facets: Facets): ActiveFilter[] {
  const first = { ...state, cursor: undefined };
  const labelOf = (values: Facets['brand'], value: string) =>
    values.find((one) => one.value === value)?.label ?? value;
  return [
    ...state.brands.map((brand) => ({
      label: labelOf(facets.brand, brand),
      without: { ...first, brands: state.brands.filter((other) => other !== brand) },
    })),
    ...state.colors.map((color) => ({
      label: labelOf(facets.color, color),
      without: { ...first, colors: state.colors.filter((other) => other !== color) },
    })),
    ...(state.priceFromMinor === undefined && state.priceToMinor === undefined
      ? []
      : [
          {
            label: priceLabel(state),
            without: { ...first, priceFromMinor: undefined, priceToMinor: undefined },
          },
        ]),
    ...(state.ratingMin === undefined
      ? []
      : [{ label: `${state.ratingMin} stars and up`, without: { ...first, ratingMin: undefined } }]),
    ...(state.isInStockOnly ? [{ label: 'In stock', without: { ...first, isInStockOnly: false } }] : []),
  ];
}

function priceLabel({ priceFromMinor, priceToMinor }: ListingState): string {
  const text = (amountMinor: number) => formatMoney({ amountMinor, currency: shopCurrency });
  if (priceFromMinor === undefined) return `Up to ${text(priceToMinor ?? 0)}`;
  if (priceToMinor === undefined) return `From ${text(priceFromMinor)}`;
  return `${text(priceFromMinor)} – ${text(priceToMinor)}`;
}
