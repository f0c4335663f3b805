/** Joins class names and skips empty ones: `classNames('a', open && 'b')`. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
