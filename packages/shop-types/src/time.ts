/** Formats a time for all output of the shop: RFC 3339, in UTC, with milliseconds. */
export function presentTime(time: Date | string): string {
  return new Date(time).toISOString();
}
