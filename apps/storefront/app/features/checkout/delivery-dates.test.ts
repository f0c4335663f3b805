import { expect, test } from 'vitest';
import { deliveryText } from './delivery-dates.ts';

test.each([
  ['2026-12-02', '2026-12-04', 'Wed 2 – Fri 4 Dec'],
  ['2026-11-30', '2026-12-02', 'Mon 30 Nov – Wed 2 Dec'],
  ['2026-12-04', '2026-12-04', 'Fri 4 Dec'],
])('from %s to %s is %s', (from, to, text) => {
  expect(deliveryText({ from, to })).toBe(text);
});
