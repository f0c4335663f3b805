import { expect, test } from 'vitest';
import { addressLines } from './address-lines.ts';

test('an address is written as its country writes it', () => {
  const german = {
    full_name: 'Ada Öberg',
    line1: 'Storgatan 1',
    line2: '',
    city: 'Berlin',
    postal_code: '10115',
    country: 'DE',
  };
  expect(addressLines(german, 'Germany')).toEqual(['Ada Öberg', 'Storgatan 1', '10115 Berlin', 'Germany']);
  const american = {
    full_name: 'Ada Öberg',
    line1: '1 Main Street',
    line2: 'Apt 4',
    city: 'Springfield',
    region: 'IL',
    postal_code: '62701',
    country: 'US',
  };
  expect(addressLines(american, 'United States')).toEqual([
    'Ada Öberg',
    '1 Main Street',
    'Apt 4',
    'Springfield, IL 62701',
    'United States',
  ]);
});
