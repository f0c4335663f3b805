/** @file Days and times as text, in UTC. Formatted by hand, so that every server and browser writes the same. */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** @example dayText('2026-11-28T14:05:00.000Z') // '28 Nov 2026' */
export function dayText(moment: string): string {
  const date = new Date(moment);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** @example momentText('2026-11-28T14:05:00.000Z') // '28 Nov 2026, 14:05 UTC' */
export function momentText(moment: string): string {
  const date = new Date(moment);
  const [hours, minutes] = [date.getUTCHours(), date.getUTCMinutes()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${dayText(moment)}, ${hours}:${minutes} UTC`;
}

/** @example arrivalText({ from: '2026-12-02', to: '2026-12-04' }) // 'Wed 2 – Fri 4 Dec' */
export function arrivalText({ from, to }: { from: string; to: string }): string {
  const [first, last] = [new Date(from), new Date(to)];
  const day = (date: Date) => `${weekdays[date.getUTCDay()]} ${date.getUTCDate()}`;
  const month = (date: Date) => months[date.getUTCMonth()];
  if (from === to) return `${day(last)} ${month(last)}`;
  const start = month(first) === month(last) ? day(first) : `${day(first)} ${month(first)}`;
  return `${start} – ${day(last)} ${month(last)}`;
}
