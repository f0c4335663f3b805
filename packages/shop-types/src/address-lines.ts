const countries = new Intl.DisplayNames('en', { type: 'region' });

/** What is not given is left out. */
export interface PostalPlace {
  readonly line1: string;
  readonly line2?: string | undefined;
  readonly postal_code?: string | undefined;
  readonly city: string;
  readonly region?: string | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Line by line, as it would stand on a letter, below the name. */
export function addressLines({
  line1,
  line2 = '',
  postal_code = '',
  city,
  region = '',
  country,
}: PostalPlace): string[] {
  const town = [postal_code, city].filter(Boolean).join(' ');
  return [line1, line2, town, region, countries.of(country) ?? country].filter(Boolean);
}
