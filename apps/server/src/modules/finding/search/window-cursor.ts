/** @file Where a list in an order of its own continues: first the items of its window that were shown, later the cursor of the index. */
import { decodeIds, encodeIds } from '../../../platform/http/id-list.ts';
import { searchProblem } from './search-errors.ts';

export type WindowCursor =
  | {
      readonly at: 'window';
      /** Actions of the shopper after this time do not change the order. If undefined, no history was read. */
      readonly readUntil: Date | undefined;
      /** The items on the previous pages. */
      readonly shown: ReadonlySet<number>;
    }
  | {
      readonly at: 'rest';
      readonly personalised: boolean;
      /** The index's own cursor. */
      readonly after: string;
    };

const latestTime = 8_640_000_000_000_000;

export function encodeWindowCursor(cursor: WindowCursor): string {
  if (cursor.at === 'rest') return `r.${cursor.personalised ? 1 : 0}.${cursor.after}`;
  return `w.${cursor.readUntil?.getTime() ?? ''}.${encodeIds([...cursor.shown].sort((a, b) => a - b))}`;
}

/** @throws ProblemError `invalid-cursor` */
export function decodeWindowCursor(text: string): WindowCursor {
  const [, at, head, tail] = /^([rw])\.(\d{0,16})\.([\w-]*)$/.exec(text) ?? [];
  if (at === 'r' && (head === '0' || head === '1'))
    return { at: 'rest', personalised: head === '1', after: tail };
  const shown = at === 'w' ? decodeIds(tail) : undefined;
  if (!shown || Number(head) > latestTime) throw searchProblem('invalid-cursor');
  return {
    at: 'window',
    readUntil: head === '' ? undefined : new Date(Number(head)),
    shown: new Set(shown),
  };
}
