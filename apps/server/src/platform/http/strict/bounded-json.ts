import { pointerTo } from './json-pointer.ts';

/** More than any valid request has. Beyond this, reporting every error would cost too much. */
const mostValues = 20_000;

interface Place {
  readonly value: unknown;
  readonly pointer: () => string;
}

/**
 * Checks what schemas cannot: the number of values, and texts that the database cannot store, with NUL or half a surrogate pair. It does
 * not recurse, however deep the document is.
 */
export function inspectValues(document: unknown): { isTooLarge: boolean; unstorable: string[] } {
  const places: Place[] = [{ value: document, pointer: () => '' }];
  const unstorable: string[] = [];
  let seen = 0;
  for (let place = places.pop(); place; place = places.pop()) {
    const { value, pointer } = place;
    seen += 1;
    if (typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed()))
      unstorable.push(pointer());
    if (typeof value !== 'object' || value === null) continue;
    const names = Object.keys(value);
    if (seen + places.length + names.length > mostValues) return { isTooLarge: true, unstorable: [] };
    for (const name of names)
      places.push({
        value: (value as Record<string, unknown>)[name],
        pointer: () => pointerTo(pointer(), name),
      });
  }
  return { isTooLarge: false, unstorable };
}
