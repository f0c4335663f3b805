import { countryCodes } from '@kindred/shop-types';
import { expect, test } from 'vitest';
import { addressFormatOf } from './address-format.ts';
import { countries, countryNameOf } from './countries.ts';

test('the United States have states to choose from, and a code of digits', () => {
  const { locality, region, postalCode } = addressFormatOf('US');
  expect(locality).toEqual(['city', 'region', 'postal_code']);
  expect(region).toMatchObject({ label: 'State', isRequired: true });
  expect(region?.choices).toContainEqual({ code: 'DC', name: 'District of Columbia' });
  expect(postalCode).toEqual({ isRequired: true, hint: 'ZIP code, such as 94103', inputMode: 'numeric' });
});

test('most of Europe writes the code before the city, and no region', () => {
  for (const country of ['DE', 'FR', 'SE', 'PL'])
    expect(addressFormatOf(country)).toMatchObject({ locality: ['postal_code', 'city'], region: undefined });
});

test('a code with letters is not typed on a pad of digits', () => {
  expect(addressFormatOf('GB').postalCode).toEqual({
    isRequired: true,
    hint: 'Postcode, such as SW1A 1AA',
    inputMode: 'text',
  });
});

test.each(['HK', 'IE', 'XX'])('nobody in %s has to have a postal code', (country) => {
  expect(addressFormatOf(country).postalCode.isRequired).toBe(false);
});

test('every format names each field once, and a region only where it asks for one', () => {
  for (const country of countryCodes) {
    const { locality, region } = addressFormatOf(country);
    expect(new Set(locality).size).toBe(locality.length);
    expect([country, locality.includes('region')]).toEqual([country, region !== undefined]);
    expect(locality).toEqual(expect.arrayContaining(['city', 'postal_code']));
  }
});

test('countries are named, and sorted by their names', () => {
  expect(countryNameOf('DE')).toBe('Germany');
  expect(countries).toHaveLength(countryCodes.length);
  expect(countries[0].name).toBe('Afghanistan');
  expect(countries.at(-1)?.name).toBe('Zimbabwe');
});
