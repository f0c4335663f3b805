/** @file The five fields of a crontab line, UTC, as the job queue reads them. */

interface Cron {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly dates: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** 0 is Sunday. */
  readonly weekdays: ReadonlySet<number>;
}

const ranges = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
] as const;

/** Undefined: it is not in that form, or never comes. */
export function parseCron(text: string): Cron | undefined {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== ranges.length) return undefined;
  const fields = parts.map((part, index) => parseField(part, ranges[index]!));
  if (fields.some((field) => field === undefined)) return undefined;
  const [minutes, hours, dates, months, weekdays] = fields as Set<number>[];
  return { minutes, hours, dates, months, weekdays } as Cron;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** Two leap days lie within. */
const daysLookedAt = 4 * 366 + 1;

/** The longest time between two moments that a line names; undefined when it names fewer than two in four years. */
export function longestGapMs(cron: Cron): number | undefined {
  const ofDay = [...cron.hours]
    .flatMap((hour) => [...cron.minutes].map((minute) => (hour * 60 + minute) * minuteMs))
    .sort((left, right) => left - right);
  let longest: number | undefined;
  let last: number | undefined;
  for (let day = 0; day < daysLookedAt; day++) {
    if (!isOn(cron, new Date(day * dayMs))) continue;
    for (const at of ofDay) {
      const now = day * dayMs + at;
      if (last !== undefined) longest = Math.max(longest ?? 0, now - last);
      last = now;
    }
  }
  return longest;
}

/** As ever in crontabs: a day is named by its date or by its weekday when both are limited. */
function isOn({ dates, months, weekdays }: Cron, day: Date): boolean {
  if (!months.has(day.getUTCMonth() + 1)) return false;
  const byDate = dates.has(day.getUTCDate());
  const byWeekday = weekdays.has(day.getUTCDay());
  return dates.size < 31 && weekdays.size < 7 ? byDate || byWeekday : byDate && byWeekday;
}

function parseField(text: string, [minimum, maximum]: readonly [number, number]): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const match = /^(?:\*(?:\/(\d{1,2}))?|(\d{1,2})(?:-(\d{1,2}))?)$/.exec(part);
    if (!match) return undefined;
    const [, step, first, last] = match;
    const from = first === undefined ? minimum : Number(first);
    const to = first === undefined ? maximum : Number(last ?? first);
    const by = Number(step ?? 1);
    if (from < minimum || to > maximum || by < 1 || (last !== undefined && from >= to)) return undefined;
    for (let value = from; value <= to; value += by) values.add(value);
  }
  return values;
}
