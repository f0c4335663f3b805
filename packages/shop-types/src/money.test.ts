import { expect, test } from 'vitest';
import { formatMoney, minorUnitDigits } from './money.ts';

test('formats by the currency’s own number of minor digits', () => {
  expect(formatMoney({ amountMinor: 1999, currency: 'USD' })).toBe('$19.99');
  expect(formatMoney({ amountMinor: 1999, currency: 'JPY' })).toBe('¥1,999');
  expect(minorUnitDigits('KWD')).toBe(3);
});
