import { expect, test } from 'vitest';
import { addressLabels, addressOf, addressSentences, checkAddress } from './address-form.ts';

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const american = {
  full_name: 'Ada Öberg',
  line1: '1 Main Street',
  city: 'Springfield',
  region: 'IL',
  postal_code: '62701',
  country: 'US',
};
const messages = (fields: Record<string, string>) =>
  checkAddress(form(fields)).map(({ name, message }) => `${name}: ${message}`);

test('accepts a complete address', () => {
  expect(messages(american)).toEqual([]);
  expect(messages({ full_name: 'Ada', line1: '1 Peak Road', city: 'Central', country: 'HK' })).toEqual([]);
});

test('says what is missing, in the country’s terms', () => {
  expect(messages({ country: 'US' })).toEqual([
    'full_name: Enter a full name',
    'line1: Enter a street address',
    'city: Enter a city',
    'region: Choose a state',
    'postal_code: Enter a postal code, such as 94103',
  ]);
  expect(messages({ ...american, country: 'DE', postal_code: '' })).toEqual([
    'postal_code: Enter a postal code, such as 12345',
  ]);
});

test('answers the postal code of another country with an example', () => {
  expect(messages({ ...american, postal_code: 'SW1A 1AA' })).toEqual([
    'postal_code: Enter a postal code of the chosen country, such as 94103',
  ]);
});

test('does not send an earlier region for a country without regions', () => {
  expect(addressOf(form({ ...american, country: 'SE' }))).toMatchObject({ country: 'SE', region: '' });
  expect(addressOf(form(american)).region).toBe('IL');
});

test('field names may have a prefix', () => {
  const nested = form({ 'shipping_address.country': 'GB', 'shipping_address.city': ' Leeds ' });
  expect(addressOf(nested, 'shipping_address.').city).toBe('Leeds');
  expect(checkAddress(nested, 'shipping_address.')[0].name).toBe('shipping_address.full_name');
  expect(addressLabels('shipping_address.')['shipping_address.city']).toBe('City');
  expect(addressSentences('shipping_address.')['shipping_address.city required']).toBe('Enter a city');
});
