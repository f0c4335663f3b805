/** @file How a country writes addresses: which fields a form asks for, in which order, and what it says of each. Pure data. */
import { postalCodeRuleOf } from '@kindred/shop-types';
import { type Region, regionsOf } from './regions.ts';

/** The names of the API's `PostalAddress`. */
export type AddressField =
  | 'full_name'
  | 'line1'
  | 'line2'
  | 'city'
  | 'region'
  | 'postal_code'
  | 'country'
  | 'phone';

export interface AddressFormat {
  /** What follows the street, in the order in which the country writes it. */
  readonly locality: readonly ('city' | 'region' | 'postal_code')[];
  readonly line1Hint: string | undefined;
  readonly region:
    | {
        readonly label: string;
        readonly isRequired: boolean;
        readonly choices: readonly Region[] | undefined;
      }
    | undefined;
  readonly postalCode: {
    readonly isRequired: boolean;
    readonly hint: string | undefined;
    readonly inputMode: 'numeric' | 'text';
  };
}

/** What a browser fills in (https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill). */
export const autocompleteOf = {
  full_name: 'name',
  line1: 'address-line1',
  line2: 'address-line2',
  city: 'address-level2',
  region: 'address-level1',
  postal_code: 'postal-code',
  country: 'country',
  phone: 'tel',
} as const satisfies Record<AddressField, string>;

const cityFirst = ['city', 'postal_code'] as const;
const codeFirst = ['postal_code', 'city'] as const;
const withRegion = ['city', 'region', 'postal_code'] as const;

/** As the Universal Postal Union describes it; a region where parcels are sorted by it. Others write the code before the city. */
const formats: Readonly<
  Record<string, { locality: AddressFormat['locality']; region?: { label: string; isRequired?: boolean } }>
> = {
  AR: { locality: ['postal_code', 'city', 'region'], region: { label: 'Province' } },
  AU: { locality: withRegion, region: { label: 'State', isRequired: true } },
  BR: { locality: withRegion, region: { label: 'State', isRequired: true } },
  CA: { locality: withRegion, region: { label: 'Province', isRequired: true } },
  CN: { locality: ['region', 'city', 'postal_code'], region: { label: 'Province', isRequired: true } },
  ES: { locality: ['postal_code', 'city', 'region'], region: { label: 'Province' } },
  GB: { locality: cityFirst },
  HK: { locality: ['city', 'region', 'postal_code'], region: { label: 'District' } },
  IE: { locality: withRegion, region: { label: 'County' } },
  IN: { locality: withRegion, region: { label: 'State', isRequired: true } },
  IT: { locality: ['postal_code', 'city', 'region'], region: { label: 'Province', isRequired: true } },
  JP: { locality: ['postal_code', 'region', 'city'], region: { label: 'Prefecture', isRequired: true } },
  KR: { locality: ['region', 'city', 'postal_code'], region: { label: 'Province' } },
  MX: { locality: ['postal_code', 'city', 'region'], region: { label: 'State', isRequired: true } },
  NZ: { locality: cityFirst },
  SG: { locality: cityFirst },
  US: { locality: withRegion, region: { label: 'State', isRequired: true } },
  ZA: { locality: withRegion, region: { label: 'Province' } },
};

/** What people of a country call their postal codes. */
const codeNames: Readonly<Record<string, string>> = {
  AU: 'Postcode',
  BR: 'CEP',
  DE: 'PLZ',
  GB: 'Postcode',
  IE: 'Eircode',
  IN: 'PIN code',
  NZ: 'Postcode',
  US: 'ZIP code',
};

/** Street and number are one line everywhere; where the number comes first nobody has to be told. */
const numberFirst = new Set([
  'US',
  'CA',
  'GB',
  'IE',
  'AU',
  'NZ',
  'ZA',
  'IN',
  'SG',
  'HK',
  'FR',
  'JP',
  'KR',
  'CN',
]);

export function addressFormatOf(country: string): AddressFormat {
  const { locality, region } = formats[country] ?? { locality: codeFirst };
  const { example, isRequired } = postalCodeRuleOf(country);
  return {
    locality,
    line1Hint: numberFirst.has(country) ? undefined : 'Street and house number',
    region: region && {
      label: region.label,
      isRequired: region.isRequired ?? false,
      choices: regionsOf[country],
    },
    postalCode: {
      isRequired,
      hint: example && `${codeNames[country] ?? 'Code'}, such as ${example}`,
      inputMode: example !== undefined && /^[\d ]+$/.test(example) ? 'numeric' : 'text',
    },
  };
}
