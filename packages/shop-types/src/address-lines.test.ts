import { expect, test } from 'vitest';
import { addressLines } from './address-lines.ts';

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
});
