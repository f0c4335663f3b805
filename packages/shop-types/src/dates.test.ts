import { expect, test } from 'vitest';
import { arrivalText, dayText, momentText } from './dates.ts';

test('writes days and moments in UTC', () => {
  expect(dayText('2026-01-05T23:59:00.000Z')).toBe('5 Jan 2026');
  expect(momentText('2026-11-28T04:05:00.000Z')).toBe('28 Nov 2026, 04:05 UTC');
});

test('writes when something arrives as people say it', () => {
  expect(arrivalText({ from: '2026-12-02', to: '2026-12-04' })).toBe('Wed 2 – Fri 4 Dec');
  expect(arrivalText({ from: '2026-11-30', to: '2026-12-01' })).toBe('Mon 30 Nov – Tue 1 Dec');
  expect(arrivalText({ from: '2026-12-02', to: '2026-12-02' })).toBe('Wed 2 Dec');
});
