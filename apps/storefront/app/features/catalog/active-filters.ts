import type { Facets } from '@kindred/contracts';
import { formatMoney } from '@kindred/shop-types';
import { hasPrice, type ListingState } from './listing-state.ts';
import { toMinor } from './price-units.ts';

export interface ActiveFilter {
  label: string;
  /** The list's state without this filter. */
  without: ListingState;
}

/** Without what the path of the page says. @param currency the currency of the list's prices */
export function activeFilters(state: ListingState, facets: Facets, currency: string): ActiveFilter[] {
  const first = { ...state, page: 1 };
  const { fixed } = state;
  const brands = fixed.brand === undefined ? state.brands : [];
  const labelOf = (values: Facets['brand'], value: string) =>
    values.find((one) => one.value === value)?.label ?? value;
  return [
    ...brands.map((brand) => ({
      label: labelOf(facets.brand, brand),
      without: { ...first, brands: state.brands.filter((other) => other !== brand) },
    })),
    ...state.colors.map((color) => ({
      label: labelOf(facets.color, color),
      without: { ...first, colors: state.colors.filter((other) => other !== color) },
    })),
    ...state.colorFamilies.map((family) => ({
      label: labelOf(facets.color_families, family),
      without: { ...first, colorFamilies: state.colorFamilies.filter((other) => other !== family) },
    })),
    ...state.attributes.map((pair) => ({
      label: attributeLabel(pair, facets),
      without: { ...first, attributes: state.attributes.filter((other) => other !== pair) },
    })),
    ...(hasPrice(state)
      ? [
          {
            label: priceLabel(state, currency),
            without: { ...first, priceFrom: undefined, priceTo: undefined },
          },
        ]
      : []),
    ...(state.ratingMin === undefined
      ? []
      : [{ label: `${state.ratingMin} stars and up`, without: { ...first, ratingMin: undefined } }]),
    ...(state.isInStockOnly ? [{ label: 'In stock', without: { ...first, isInStockOnly: false } }] : []),
    ...(state.isDealsOnly && !fixed.isDealsOnly
      ? [{ label: 'On sale', without: { ...first, isDealsOnly: false } }]
      : []),
  ];
}

/** `M` says little without the attribute's name. */
function attributeLabel(pair: string, facets: Facets): string {
  const at = pair.indexOf(':');
  const label = facets.attributes.find(({ code }) => code === pair.slice(0, at))?.label;
  return label === undefined ? pair.slice(at + 1) : `${label}: ${pair.slice(at + 1)}`;
}

function priceLabel({ priceFrom, priceTo }: ListingState, currency: string): string {
  const text = (units: number) => formatMoney({ amountMinor: toMinor(units, currency), currency });
  if (priceFrom === undefined) return `Up to ${text(priceTo ?? 0)}`;
  if (priceTo === undefined) return `From ${text(priceFrom)}`;
  return `${text(priceFrom)} – ${text(priceTo)}`;
}
