import { expect, test } from 'vitest';
import { saleEndText } from './reduction.ts';

test('a sale that ends at midnight holds until the day before', () => {
  expect(saleEndText('2026-12-04T00:00:00.000Z')).toBe('Until 3 Dec 2026');
  expect(saleEndText('2026-12-04T14:30:00.000Z')).toBe('Until 4 Dec 2026, 14:30 UTC');
});
