import { parseCronItems } from 'graphile-worker';
import { expect, test } from 'vitest';
import { longestGapMs, parseCron } from './cron.ts';

const dayMs = 24 * 60 * 60 * 1_000;

test.each([
  ['17 3 * * *', 1],
  ['0 */6 * * *', 0.25],
  ['0 8,20 * * *', 0.5],
  ['0 0 * * 0', 7],
  ['0 0 1 * *', 31],
  ['0 0 1 * 1', 7],
  ['0 0 31 * *', 61],
  ['0 0 1 1,7 *', 184],
])('%s comes every %d days at the latest', (text, days) => {
  expect(longestGapMs(parseCron(text)!)! / dayMs).toBe(days);
});

test.each([
  '',
  'daily',
  '* * * *',
  '60 * * * *',
  '* 24 * * *',
  '* * 0 * *',
  '* * * 13 *',
  '* * * * 7',
  '*/0 * * * *',
  '5-1 * * * *',
  '1,,2 * * * *',
])('“%s” is not a time', (text) => expect(parseCron(text)).toBeUndefined());

test('a day that there is not never comes', () => {
  expect(longestGapMs(parseCron('0 0 30 2 *')!)).toBeUndefined();
});

test('names the same days as the job queue, which runs by it', () => {
  for (const text of ['17 3 * * *', '*/7 */5 */3 */2 *', '0 0 13 * 5', '10-20,50 1 1-5 * 1-5']) {
    const [item] = parseCronItems([{ task: 't', match: text }]);
    const cron = parseCron(text)!;
    for (let at = 0; at < 40 * 24 * 60; at += 13) {
      const time = new Date(Date.UTC(2026, 0, 1, 0, at));
      const [min, hour, date, month, dow] = [
        time.getUTCMinutes(),
        time.getUTCHours(),
        time.getUTCDate(),
        time.getUTCMonth() + 1,
        time.getUTCDay(),
      ];
      const byDay =
        cron.dates.size < 31 && cron.weekdays.size < 7
          ? cron.dates.has(date) || cron.weekdays.has(dow)
          : cron.dates.has(date) && cron.weekdays.has(dow);
      const isNamed = cron.minutes.has(min) && cron.hours.has(hour) && cron.months.has(month) && byDay;
      expect(isNamed).toBe(item!.match({ min, hour, date, month, dow } as never));
    }
  }
});
