/** The parts of an address after the street. */
export type LocalityPart = 'city' | 'region' | 'postal_code';

const cityFirst = ['city', 'postal_code'] as const;
const cityAndRegion = ['city', 'region', 'postal_code'] as const;
const codeAndCity = ['postal_code', 'city'] as const;
const codeCityRegion = ['postal_code', 'city', 'region'] as const;
const regionFirst = ['region', 'city', 'postal_code'] as const;

/** By the Universal Postal Union's guide: includes the region where parcels are sorted by it. Most other countries write the code before the city. */
const orders: Readonly<Record<string, readonly LocalityPart[]>> = {
  AR: codeCityRegion,
  AU: cityAndRegion,
  BR: cityAndRegion,
  CA: cityAndRegion,
  CN: regionFirst,
  ES: codeCityRegion,
  GB: cityFirst,
  HK: cityAndRegion,
  IE: cityAndRegion,
  IN: cityAndRegion,
  IT: codeCityRegion,
  JP: ['postal_code', 'region', 'city'],
  KR: regionFirst,
  MX: codeCityRegion,
  NZ: cityFirst,
  SG: cityFirst,
  US: cityAndRegion,
  ZA: cityAndRegion,
};

/** Returns the parts in the order in which a country writes them. */
export function localityOf(country: string): readonly LocalityPart[] {
  return orders[country] ?? codeAndCity;
}
