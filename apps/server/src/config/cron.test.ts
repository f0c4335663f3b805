import { expect, test } from 'vitest';
import { longestGapMs } from './cron.ts';

const dayMs = 24 * 60 * 60 * 1_000;

test.each([
  ['17 3 * * *', 1],
  ['0 */6 * * *', 0.25],
  ['0 8,20 * * *', 0.5],
  ['0 0 * * 0', 7],
  ['0 0 * * 7', 7],
  ['0 0 1 * *', 31],
  ['0 0 1 * 1', 7],
  ['0 0 31 * *', 61],
  ['0 0 1 1,7 *', 184],
  ['30 4 29 2 *', 1461],
])('%s comes every %d days at the latest', (line, days) => {
  expect(longestGapMs(line)! / dayMs).toBe(days);
});

test.each([
  '',
  'daily',
  '* * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '* * * 13 *',
  '* * * * 8',
  '*/0 * * * *',
  '5-1 * * * *',
  '1,,2 * * * *',
])('“%s” is not a time', (line) => expect(longestGapMs(line)).toBeUndefined());

test('rejects a day that does not exist', () => {
  expect(longestGapMs('0 0 30 2 *')).toBeUndefined();
});
