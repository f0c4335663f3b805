import type { Facets } from '@kindred/contracts';
import { hasPrice, type ListingState } from './listing-state.ts';
import { pricePresets } from './price-presets.ts';

/** A filter that stands above the list, so that the shopper need not look for it. */
export interface QuickFilter {
  label: string;
  /** How many products it leaves. Undefined: not known exactly. */
  count: number | undefined;
  /** The state of the list with it. */
  next: ListingState;
}

interface Candidate extends QuickFilter {
  /** Which part of the list it leaves. */
  share: number;
}

const most = 5;

/** A filter that leaves less hides nearly all; one that leaves more changes hardly anything. */
const usefulShare = { from: 0.08, to: 0.75 };

/** The filters that narrow this list best, at most five. None that is chosen already. */
export function quickFilters(
  state: ListingState,
  { facets, total, currency }: { facets: Facets; total: number; currency: string },
): QuickFilter[] {
  return candidatesOf(state, { facets, total, currency })
    .filter(({ share }) => share >= usefulShare.from && share <= usefulShare.to)
    .slice(0, most)
    .map(({ share: _, ...filter }) => filter);
}

function candidatesOf(
  state: ListingState,
  { facets, total, currency }: { facets: Facets; total: number; currency: string },
): Candidate[] {
  const first = { ...state, page: 1 };
  const counted = (label: string, count: number, next: ListingState): Candidate => ({
    label,
    count,
    share: count / total,
    next,
  });
  const four = facets.rating.find(({ value }) => value === '4');
  const [family] = facets.color_families;
  const [brand] = facets.brand;
  const [attribute] = facets.attributes;
  const value = attribute?.values.toSorted((a, b) => b.count - a.count)[0];
  return [
    ...(state.isDealsOnly ? [] : [counted('On sale', facets.deals, { ...first, isDealsOnly: true })]),
    ...(four === undefined || state.ratingMin !== undefined
      ? []
      : [counted('4 stars and up', four.count, { ...first, ratingMin: 4 })]),
    ...(hasPrice(state) ? [] : pricePresets(facets.price.bars, currency))
      .slice(0, 1)
      // A product with variants may count in several bars, so no sum of bars is a number of products.
      .map(({ label, share, priceFrom, priceTo }) => ({
        label,
        count: undefined,
        share,
        next: { ...first, priceFrom, priceTo },
      })),
    ...(attribute === undefined ||
    value === undefined ||
    state.attributes.some((pair) => pair.startsWith(`${attribute.code}:`))
      ? []
      : [
          counted(`${attribute.label}: ${value.label}`, value.count, {
            ...first,
            attributes: [...state.attributes, `${attribute.code}:${value.value}`],
          }),
        ]),
    ...(brand === undefined || state.brands.length > 0
      ? []
      : [counted(brand.label, brand.count, { ...first, brands: [brand.value] })]),
    ...(family === undefined || state.colorFamilies.length + state.colors.length > 0
      ? []
      : [
          counted(family.label, family.count, {
            ...first,
            colorFamilies: [family.value as ListingState['colorFamilies'][number]],
          }),
        ]),
  ];
}
