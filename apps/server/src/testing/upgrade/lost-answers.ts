/** @file Compares answers of the API of 72f2cac with the present ones, which may have more fields but no other values. */

// biome-ignore lint/suspicious/noExplicitAny: Answers of two versions of the API.
export type Answer = any;

/** The present name of a renamed field. */
const renamed: Readonly<Record<string, string>> = { total: 'total_price', line_total: 'subtotal' };

/** Returns the paths of values of `before` that are missing or different in `now`. */
export function findLostAnswers(before: Answer, now: Answer, place = ''): string[] {
  if (Array.isArray(before) && Array.isArray(now)) {
    if (before.length !== now.length)
      return [`${place}: there were ${before.length}, and there are ${now.length}.`];
    return before.flatMap((one, index) => findLostAnswers(one, now[index], `${place}[${index}]`));
  }
  if (!isObject(before) || !isObject(now))
    return isSame(before, now) || isDepartmentPicture(place, now)
      ? []
      : [`${place}: was ${JSON.stringify(before)} and is ${JSON.stringify(now)}.`];
  return Object.entries(isOrder(before) ? asEnded(before) : before).flatMap(([key, value]) => {
    const present = key in now ? key : (renamed[key] ?? key);
    return findLostAnswers(value, now[present], `${place}.${key}`);
  });
}

/** A department showed the picture of its most reviewed product, and now that of another one, which is not on the home page too. */
const isDepartmentPicture = (place: string, now: unknown): boolean =>
  /\/categories\.items\[\d+\]\.image_url$/.test(place) && typeof now === 'string';

const isObject = (value: unknown): value is Record<string, Answer> =>
  typeof value === 'object' && value !== null;

const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*Z$/;

/** Every time has three decimals now, and words of the API have hyphens. A reviewer without a name no longer has the shop's name. */
function isSame(before: unknown, now: unknown): boolean {
  if (typeof before !== 'string' || typeof now !== 'string') return before === now;
  if (time.test(before) && time.test(now)) {
    const [one, other] = [before.slice(0, -1), now.slice(0, -1)];
    return one.startsWith(other) || other.startsWith(one);
  }
  if (before === 'Kindred shopper') return now === 'A shopper';
  return before === now || (/^[a-z]+(_[a-z]+)+$/.test(before) && before.replaceAll('_', '-') === now);
}

const isOrder = (value: object): boolean => 'order_number' in value && 'payment_status' in value;

/** Since migration 0009, an order that was fully refunded before it was shipped is over. */
function asEnded(order: Record<string, Answer>): Record<string, Answer> {
  const { updated_at, ...rest } = order;
  return order.status === 'Pending' && order.payment_status === 'refunded'
    ? { ...rest, status: 'Cancelled', fulfilment_status: 'cancelled', cancelled_because: 'refunded' }
    : order;
}
