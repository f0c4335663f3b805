import { expect, test } from 'vitest';
import { deliveryDates } from './delivery-dates.ts';

const at = (moment: string) => new Date(moment);

test.each([
  {
    ordered: 'on a Monday',
    moment: '2026-11-30T12:00:00Z',
    days: [3, 5],
    dates: ['2026-12-03', '2026-12-07'],
  },
  {
    ordered: 'on a Friday',
    moment: '2026-11-27T12:00:00Z',
    days: [1, 2],
    dates: ['2026-11-30', '2026-12-01'],
  },
  {
    ordered: 'on a Saturday',
    moment: '2026-11-28T12:00:00Z',
    days: [0, 1],
    dates: ['2026-11-30', '2026-11-30'],
  },
  {
    ordered: 'on a Sunday',
    moment: '2026-11-29T23:59:59Z',
    days: [1, 5],
    dates: ['2026-11-30', '2026-12-04'],
  },
  { ordered: 'today', moment: '2026-12-02T00:00:00Z', days: [0, 0], dates: ['2026-12-02', '2026-12-02'] },
  {
    ordered: 'before New Year',
    moment: '2026-12-31T23:00:00Z',
    days: [1, 10],
    dates: ['2027-01-01', '2027-01-14'],
  },
])('ordered $ordered, $days business days are $dates', ({ moment, days, dates }) => {
  const [minDays, maxDays] = days;
  const [from, to] = dates;
  expect(deliveryDates({ minDays, maxDays }, at(moment))).toEqual({ from, to });
});
