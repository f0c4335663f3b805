/** @file Where a list for somebody goes on: what of its window was shown, and later where the index goes on. */
import { searchProblem } from './search-errors.ts';

export type ForYouCursor =
  | {
      readonly at: 'window';
      /** What they did after this does not change the order. Undefined: nothing was read. */
      readonly readUntil: Date | undefined;
      /** Products on the pages before. */
      readonly shown: ReadonlySet<number>;
    }
  | {
      readonly at: 'rest';
      readonly personalised: boolean;
      /** The index's own cursor. */
      readonly after: string;
    };

const largestId = 2_147_483_647;
const latestTime = 8_640_000_000_000_000;

export function encodeForYouCursor(cursor: ForYouCursor): string {
  if (cursor.at === 'rest') return `r.${cursor.personalised ? 1 : 0}.${cursor.after}`;
  return `w.${cursor.readUntil?.getTime() ?? ''}.${encodeIds(cursor.shown).toString('base64url')}`;
}

/** @throws ProblemError `invalid-cursor` */
export function decodeForYouCursor(text: string): ForYouCursor {
  const [, at, head, tail] = /^([rw])\.(\d{0,16})\.([\w-]*)$/.exec(text) ?? [];
  if (at === 'r' && (head === '0' || head === '1'))
    return { at: 'rest', personalised: head === '1', after: tail };
  if (at !== 'w' || Number(head) > latestTime) throw searchProblem('invalid-cursor');
  return {
    at: 'window',
    readUntil: head === '' ? undefined : new Date(Number(head)),
    shown: decodeIds(Buffer.from(tail, 'base64url')),
  };
}

/** Rising, each as its distance from the one before, seven bits a byte: some two bytes a product. */
function encodeIds(ids: ReadonlySet<number>): Buffer {
  const bytes: number[] = [];
  let before = 0;
  for (const id of [...ids].sort((a, b) => a - b)) {
    let gap = id - before;
    for (; gap >= 0x80; gap = Math.floor(gap / 0x80)) bytes.push((gap % 0x80) + 0x80);
    bytes.push(gap);
    before = id;
  }
  return Buffer.from(bytes);
}

function decodeIds(bytes: Buffer): Set<number> {
  const ids = new Set<number>();
  let id = 0;
  let unit = 1;
  for (const byte of bytes) {
    id += (byte % 0x80) * unit;
    if (id > largestId) throw searchProblem('invalid-cursor');
    if (byte >= 0x80) {
      unit *= 0x80;
      continue;
    }
    ids.add(id);
    unit = 1;
  }
  if (unit !== 1) throw searchProblem('invalid-cursor');
  return ids;
}
