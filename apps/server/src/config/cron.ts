/** @file Reads a crontab line in UTC, as the job queue does. */
import { createRequire } from 'node:module';
import type { CronMatcher, TimestampDigest } from 'graphile-worker';

const minuteMs = 60_000;
const minutesADay = 24 * 60;
const dayMs = minutesADay * minuteMs;
/** The first day of a leap year. A line that names any day names one in this year. */
const firstDay = Date.UTC(2000, 0, 1);
const firstYear = 366;
/** Long enough to reach the next leap day. */
const daysLookedAt = 5 * 366;

/** Returns the longest time between two moments that a line names, or undefined if the queue cannot read the line or the line names no day. */
export function longestGapMs(line: string): number | undefined {
  const matches = matcherOf(line);
  const times = matches && timesOfDay(matches);
  if (!times) return undefined;
  let longest = 0;
  let last: number | undefined;
  for (let day = 0; day < daysLookedAt; day++) {
    const start = firstDay + day * dayMs;
    if (!matches(digestOf(start + times[0]!))) continue;
    for (const time of times) {
      longest = Math.max(longest, start + time - (last ?? start + time));
      last = start + time;
    }
  }
  return longest;
}

/** Times since midnight. They are the same on every day that the line names. Returns undefined if it names no day. */
function timesOfDay(matches: CronMatcher): number[] | undefined {
  for (let day = 0; day < firstYear; day++) {
    const start = firstDay + day * dayMs;
    const times = Array.from({ length: minutesADay }, (_, minute) => minute * minuteMs).filter((time) =>
      matches(digestOf(start + time)),
    );
    if (times.length > 0) return times;
  }
  return undefined;
}

function matcherOf(line: string): CronMatcher | undefined {
  // Loaded only for a schedule that a merchant set: loading takes an eighth of a second, and most commands do not need it.
  const { parseCronItem } = createRequire(import.meta.url)(
    'graphile-worker',
  ) as typeof import('graphile-worker');
  try {
    return parseCronItem({ task: 'backup', match: line }).match;
  } catch {
    return undefined;
  }
}

function digestOf(moment: number): TimestampDigest {
  const time = new Date(moment);
  return {
    min: time.getUTCMinutes(),
    hour: time.getUTCHours(),
    date: time.getUTCDate(),
    month: time.getUTCMonth() + 1,
    dow: time.getUTCDay(),
  };
}
