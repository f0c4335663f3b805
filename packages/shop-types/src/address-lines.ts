import { localityOf } from './locality.ts';

const countries = new Intl.DisplayNames('en', { type: 'region' });

/** Missing fields are left out of the lines. */
export interface PostalPlace {
  readonly line1: string;
  readonly line2?: string | undefined;
  readonly postal_code?: string | undefined;
  readonly city: string;
  readonly region?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Returns the lines of an address as on a letter, below the name: “Portland, ME 04101”, “10115 Berlin”. A country alone is not an address. */
export function addressLines(place: PostalPlace): string[] {
  const { line1, line2, region, country } = place;
  const parts = localityOf(country);
  const town = parts
    .map((part) => ({ part, text: place[part] ?? '' }))
    .filter(({ text }) => text !== '')
    .map(({ part, text }, index, all) =>
      part === 'city' && all[index + 1]?.part === 'region' ? `${text},` : text,
    )
    .join(' ');
  if (line1 === '' && town === '') return [];
  const apart = parts.includes('region') ? undefined : region;
  return [line1, line2, town, apart, countries.of(country) ?? country]
    .filter((line) => line !== undefined)
    .filter(Boolean);
}
