/** @file Moments in words. For loaders: a browser may write them otherwise, and has another time zone. */

const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** @example dayOf('2026-11-28T14:05:00.000Z') // 'November 28, 2026' */
export function dayOf(moment: string): string {
  return day.format(new Date(moment));
}

/** @example minuteOf('2026-11-28T14:05:00.000Z') // 'Nov 28, 2026, 2:05 PM UTC' */
export function minuteOf(moment: string): string {
  return `${minute.format(new Date(moment))} UTC`;
}
