import { countryCodes } from '@kindred/shop-types';
import { expect, test } from 'vitest';
import { addressFormatOf } from './address-format.ts';
import { countries, countryNameOf } from './countries.ts';

test('an address in the United States has a choice of states and a numeric code', () => {
  const { locality, region, postalCode } = addressFormatOf('US');
  expect(locality).toEqual(['city', 'region', 'postal_code']);
  expect(region).toMatchObject({ label: 'State', isRequired: true });
  expect(region?.choices).toContainEqual({ code: 'DC', name: 'District of Columbia' });
  expect(postalCode).toEqual({ isRequired: true, hint: 'ZIP code, such as 94103', inputMode: 'numeric' });
});

test('most of Europe writes the postal code before the city, and has no region', () => {
  for (const country of ['DE', 'FR', 'SE', 'PL'])
    expect(addressFormatOf(country)).toMatchObject({ locality: ['postal_code', 'city'], region: undefined });
});

test('a postal code with letters gets a text keyboard', () => {
  expect(addressFormatOf('GB').postalCode).toEqual({
    isRequired: true,
    hint: 'Postcode, such as SW1A 1AA',
    inputMode: 'text',
  });
});

test.each(['HK', 'IE', 'XX'])('the postal code is optional in %s', (country) => {
  expect(addressFormatOf(country).postalCode.isRequired).toBe(false);
});

test('every format lists each field once, and the region only if it has one', () => {
  for (const country of countryCodes) {
    const { locality, region } = addressFormatOf(country);
    expect(new Set(locality).size).toBe(locality.length);
    expect([country, locality.includes('region')]).toEqual([country, region !== undefined]);
    expect(locality).toEqual(expect.arrayContaining(['city', 'postal_code']));
  }
});

test('countries have names and are sorted by name', () => {
  expect(countryNameOf('DE')).toBe('Germany');
  expect(countries).toHaveLength(countryCodes.length);
  expect(countries[0].name).toBe('Afghanistan');
  expect(countries.at(-1)?.name).toBe('Zimbabwe');
});
