/** @file How a country writes addresses: the fields of a form, their order, labels and hints. Pure data. */
import { type LocalityPart, localityOf, postalCodeRuleOf } from '@kindred/shop-types';
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
  /** The fields after the street, in the country's order. */
  readonly locality: readonly LocalityPart[];
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

/** The names for the browser's autofill (https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill). */
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

/** The country's word for the region that parcels are sorted by. */
const regions: Readonly<Record<string, { label: string; isRequired?: boolean }>> = {
  AR: { label: 'Province' },
  AU: { label: 'State', isRequired: true },
  BR: { label: 'State', isRequired: true },
  CA: { label: 'Province', isRequired: true },
  CN: { label: 'Province', isRequired: true },
  ES: { label: 'Province' },
  HK: { label: 'District' },
  IE: { label: 'County' },
  IN: { label: 'State', isRequired: true },
  IT: { label: 'Province', isRequired: true },
  JP: { label: 'Prefecture', isRequired: true },
  KR: { label: 'Province' },
  MX: { label: 'State', isRequired: true },
  US: { label: 'State', isRequired: true },
  ZA: { label: 'Province' },
};

/** The country's word for postal codes. */
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

/** Countries that write the house number first. There, the street needs no hint. */
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
  const region = regions[country];
  const { example, isRequired } = postalCodeRuleOf(country);
  return {
    locality: localityOf(country),
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
