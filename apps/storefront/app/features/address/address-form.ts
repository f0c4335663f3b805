/** @file Reads and checks the address in a form before it is sent. `prefix` precedes the field names, such as `shipping_address.`. */
import type { PostalAddress } from '@kindred/contracts';
import { postalCodeRuleOf, readPostalCode } from '@kindred/shop-types';
import type { FieldLabels, FieldSentences, FormError } from '../../shared/form-errors.ts';
import { formText, optionalFormText } from '../../shared/form-values.ts';
import { type AddressField, addressFormatOf } from './address-format.ts';

const labels: Readonly<Record<AddressField, string>> = {
  full_name: 'Full name',
  line1: 'Address',
  line2: 'Apartment, suite or company',
  city: 'City',
  region: 'Region',
  postal_code: 'Postal code',
  country: 'Country',
  phone: 'Phone',
};

const prefixed = (
  texts: Readonly<Record<string, string>>,
  prefix: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [prefix + name, text]));

/** For `formErrorsOf`. */
export function addressLabels(prefix = ''): FieldLabels {
  return prefixed(labels, prefix);
}

const enter = {
  full_name: 'Enter a full name',
  line1: 'Enter a street address',
  city: 'Enter a city',
  country: 'Choose a country',
} as const;

/** For `formErrorsOf`. */
export function addressSentences(prefix = ''): FieldSentences {
  return prefixed(
    Object.fromEntries(Object.entries(enter).map(([name, text]) => [`${name} required`, text])),
    prefix,
  );
}

export function addressOf(form: FormData, prefix = ''): PostalAddress {
  const text = (name: AddressField) => formText(form, prefix + name).trim();
  const country = text('country');
  return {
    full_name: text('full_name'),
    line1: text('line1'),
    line2: text('line2'),
    city: text('city'),
    // The form may still have the region of another country.
    region: addressFormatOf(country).region ? text('region') : '',
    postal_code: text('postal_code'),
    country,
    phone: text('phone'),
  };
}

/** The errors that can be found before the form is sent. */
export function checkAddress(form: FormData, prefix = ''): FormError[] {
  const errors: FormError[] = [];
  const add = (name: AddressField, message: string) => errors.push({ name: prefix + name, message });
  const isEmpty = (name: AddressField) => optionalFormText(form, prefix + name) === undefined;
  for (const name of ['full_name', 'country', 'line1', 'city'] as const)
    if (isEmpty(name)) add(name, enter[name]);
  const { country, postal_code = '' } = addressOf(form, prefix);
  const { region } = addressFormatOf(country);
  if (region?.isRequired && isEmpty('region'))
    add('region', `${region.choices ? 'Choose' : 'Enter'} a ${region.label.toLowerCase()}`);
  const code = readPostalCode(postal_code, country);
  if ('refusal' in code) {
    const { example } = postalCodeRuleOf(country);
    add(
      'postal_code',
      code.refusal.code === 'required'
        ? `Enter a postal code, such as ${example}`
        : `Enter a postal code of the chosen country, such as ${example}`,
    );
  }
  return errors;
}
