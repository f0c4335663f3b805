import { expect, test } from 'vitest';
import { priceChange } from './price-change.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

test('says by how much a price changed, if it changed', () => {
  expect(priceChange(usd(3_000), usd(2_700))).toEqual({
    isLower: true,
    text: '$3.00 less than when you added it',
  });
  expect(priceChange(usd(3_000), usd(3_050))?.text).toBe('$0.50 more than when you added it');
  expect(priceChange(usd(3_000), usd(3_000))).toBeNull();
});

test('does not compare with an unknown price, or with one in another currency', () => {
  expect(priceChange(null, usd(1))).toBeNull();
  expect(priceChange(usd(1), null)).toBeNull();
  expect(priceChange(usd(2), { amountMinor: 1, currency: 'EUR' })).toBeNull();
});
