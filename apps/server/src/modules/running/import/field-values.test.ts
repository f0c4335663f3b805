import { expect, it } from 'vitest';
import { readDay, readTime } from './field-values.ts';

const now = Date.UTC(2026, 9, 31);

it.each([
  [1588687728923, '2020-05-05T14:08:48.923Z'],
  [1588687728, '2020-05-05T14:08:48.000Z'],
  ['1588687728923', '2020-05-05T14:08:48.923Z'],
  [1588687728923n, '2020-05-05T14:08:48.923Z'],
  ['05 5, 2020', '2020-05-05T00:00:00.000Z'],
  ['2020-05-05', '2020-05-05T00:00:00.000Z'],
  ['2020-05-05 14:08:48', '2020-05-05T14:08:48.000Z'],
  ['2020-05-05T14:08:48+02:00', '2020-05-05T12:08:48.000Z'],
])('reads the time %s', (written, iso) => {
  expect(new Date(readTime(written, 'timestamp', now)).toISOString()).toBe(iso);
});

it.each([0, -1, 'soon', '2021-02-29', '13 40, 2020', Number.POSITIVE_INFINITY, 99_999_999_999_999, {}])(
  'rejects the time %j',
  (written) => {
    expect(() => readTime(written, 'timestamp', now)).toThrow(/timestamp/);
  },
);

it.each([
  ['September 27, 2017', '2017-09-27'],
  [new Date('2017-09-27T14:00:00Z'), '2017-09-27'],
  [1_506_470_400_000, '2017-09-27'],
  [17, null],
  ['Sept. 7, 2017', '2017-09-07'],
  ['27 May 2009', '2009-05-27'],
  ['2011-03-04T00:00:00', '2011-03-04'],
  ['February 30, 2017', null],
  ['Foo 3, 2017', null],
  ['<div class="a-fixed">', null],
  [5, null],
])('reads the day %j as %j', (written, day) => {
  expect(readDay(written)).toBe(day);
});
