import { expect, test } from 'vitest';
import { priceChange } from './price-change.ts';

const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });

test('says by how much a price changed, and nothing where it did not', () => {
  expect(priceChange(usd(3_000), usd(2_700))).toEqual({
    isLower: true,
    text: '$3.00 less than when you added it',
  });
  expect(priceChange(usd(3_000), usd(3_050))?.text).toBe('$0.50 more than when you added it');
  expect(priceChange(usd(3_000), usd(3_000))).toBeNull();
});

test('compares nothing with what is not known, not for sale, or in another currency', () => {
  expect(priceChange(null, usd(1))).toBeNull();
  expect(priceChange(usd(1), null)).toBeNull();
  expect(priceChange(usd(2), { amountMinor: 1, currency: 'EUR' })).toBeNull();
});
