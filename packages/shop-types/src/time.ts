/** A moment as everything outside sees it: RFC 3339, in UTC, with milliseconds. */
export function presentTime(time: Date | string): string {
  return new Date(time).toISOString();
}
