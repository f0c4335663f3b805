import { expect, test } from 'vitest';
import { addressLines } from './address-lines.ts';

test('the town is written as its country writes it', () => {
  const place = {
    line1: '12 Harbour Street',
    line2: 'Apt 4',
    city: 'Portland',
    region: 'ME',
    postal_code: '04101',
  };
  expect(addressLines({ ...place, country: 'US' })).toEqual([
    '12 Harbour Street',
    'Apt 4',
    'Portland, ME 04101',
    'United States',
  ]);
  expect(addressLines({ ...place, country: 'DE' }).slice(2)).toEqual(['04101 Portland', 'ME', 'Germany']);
});

test('an address stands line by line, without what is not given', () => {
  const place = {
    line1: 'Storgatan 12',
    line2: '',
    postal_code: '903 26',
    city: 'Umeå',
    region: '',
    country: 'SE',
  };
  expect(addressLines(place)).toEqual(['Storgatan 12', '903 26 Umeå', 'Sweden']);
  expect(addressLines({ line1: '1 Peel Street', city: 'Hong Kong', country: 'HK' })).toEqual([
    '1 Peel Street',
    'Hong Kong',
    'Hong Kong SAR China',
  ]);
  expect(addressLines({ line1: '', city: '', country: 'SE' })).toEqual([]);
});
