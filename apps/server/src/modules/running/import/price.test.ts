import { describe, expect, it } from 'vitest';
import { priceReader } from './price.ts';

/** Returns the price in minor units and the noted reasons. */
function read(value: unknown, currency = 'USD') {
  const noted: string[] = [];
  const minor = priceReader(currency)(value, (field, reason) => noted.push(`${field} ${reason}`));
  return { minor, noted: noted.join(', ') };
}

describe('a price', () => {
  it.each([
    [27.95, 2795],
    [19.99, 1999],
    [1.15, 115],
    [4.35, 435],
    [0.1, 10],
    ['27.95', 2795],
    ['12', 1200],
    ['$12.99', 1299],
    ['$1,234.50', 123450],
    ['USD 12.99', 1299],
    ['12.99 USD', 1299],
    ['usd 12.99', 1299],
    ['US$12.99', 1299],
    ['US $12.99', 1299],
    ['$ 12.99', 1299],
    ['$\u00a012.99', 1299],
    ['.99', 99],
    ['$.99', 99],
    ['USD.99', 99],
    ['12.99.', 1299],
    ['$12.99 ($0.54 / Count)', 1299],
    ['$5 / each', 500],
    ['12,99', 1299],
    ['1.299,00', 129900],
    ['1.299.000', 129900000],
    ['1 299.00', 129900],
    ['1\u202f299,00', 129900],
    ["1'299.00", 129900],
    ['1,29,999.00', 12999900],
    ['１２．９９', 1299],
  ])('%j is %j cents', (written, minor) => {
    expect(read(written)).toEqual({ minor, noted: '' });
  });

  it('is read from a whole number of any size', () => {
    expect(read(12n).minor).toBe(1200);
  });

  it.each([
    ['$5.00 - $20.00', 500],
    ['$12.99 – $24.00', 1299],
    ['$24.00 - $12.99', 1299],
    ['6.99 to 9.99', 699],
    ['from 5.99', 599],
    ['$4.99+', 499],
    ['4.99 and up', 499],
  ])('%j is the lowest of its range, and that is noted', (written, minor) => {
    expect(read(written)).toEqual({ minor, noted: 'price is a range: the lowest is taken' });
  });

  it.each([
    [19.999, 2000],
    [0.285, 29],
    ['1.299', 130],
  ])('%j is rounded to %j cents, and that is noted', (written, minor) => {
    expect(read(written)).toEqual({ minor, noted: 'price has more digits than USD: rounded' });
  });

  it.each([
    '€12.99',
    '£5',
    '¥1,200',
    'CDN$ 13.34',
    'AU$5',
    'A$5',
    '12.99 EUR',
    'EUR 12.99',
    '12.99 (EUR)',
    '₹500',
  ])('%j is in another currency: not for sale, and that is noted', (written) => {
    expect(read(written)).toEqual({ minor: null, noted: 'price is in another currency: not for sale' });
  });

  it.each(['—', 'CDN $13', 'Rs. 500', '5 kr', '1,2,3', '1,2345', 'call us', '.a-box{background-color:#fff}'])(
    '%j is not a price, and that is noted',
    (written) => {
      expect(read(written)).toEqual({
        minor: null,
        noted: 'price cannot be read as a price: not for sale',
      });
    },
  );

  it.each(['', null, undefined, Number.NaN])('%j is missing', (written) => {
    expect(read(written)).toEqual({ minor: null, noted: '' });
  });

  it.each([0, '0.00', '$0'])('%j is zero: not for sale, and that is noted', (written) => {
    expect(read(written)).toEqual({ minor: null, noted: 'price is zero: not for sale' });
  });

  it.each([-5, '-5.00', '-$5', '$-5', '-US$5', '\u22125'])('%j is rejected as negative', (written) => {
    expect(() => read(written)).toThrow(/^price is negative/);
  });

  it('of ten thousand digits is rejected', () => {
    expect(() => read('9'.repeat(10_000))).toThrow(/^price is larger than Kindred can hold/);
  });
});

it.each([
  ['EUR', '12,99 €', 1299],
  ['EUR', '1.299,00 EUR', 129900],
  ['EUR', '$12', null],
  ['JPY', '¥1,200', 1200],
  ['JPY', '￥980', 980],
  ['JPY', '1200円', 1200],
  ['JPY', 1500, 1500],
  ['JPY', '1.500', null],
  ['JPY', '12,5', null],
  ['KWD', 1.2345, 1235],
  ['KWD', '1.299', 1299],
  ['CAD', 'CDN$ 13.34', 1334],
  ['CAD', '$5', 500],
  ['CAD', 'US$5', null],
  ['SEK', '12,50 kr', 1250],
  ['INR', 'Rs.500', 50000],
  ['INR', '₹1,29,999', 12999900],
  ['CHF', "Fr. 1'299.–", 129900],
])('in a file of %s, %j is %j', (currency, written, minor) => {
  expect(read(written, currency).minor).toBe(minor);
});
