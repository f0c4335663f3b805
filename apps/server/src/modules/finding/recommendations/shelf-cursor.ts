/** @file The cursor of a shelf lists the items that were shown, in order, so that the next page repeats and skips none. */
import { cursorProblem } from '../../../platform/http/cursor.ts';
import { decodeIds, encodeIds } from '../../../platform/http/id-list.ts';

export const encodeShelfCursor = (shown: readonly number[]): string => `s.${encodeIds(shown)}`;

/** @throws ProblemError `invalid-cursor` */
export function decodeShelfCursor(cursor: string | undefined): readonly number[] {
  if (cursor === undefined) return [];
  const shown = cursor.startsWith('s.') ? decodeIds(cursor.slice(2)) : undefined;
  if (!shown || shown.length === 0) throw cursorProblem('invalid-cursor');
  return shown;
}
