import { expect, test } from 'vitest';
import { encodeIds } from '../../../platform/http/id-list.ts';
import { timeOrderedId } from '../../../platform/time-ordered-id.ts';
import { decodeShelfCursor, encodeShelfCursor, requestGoingOn } from './shelf-cursor.ts';

const now = new Date('2026-11-30T12:00:00Z');
const at = (ms: number) => ({
  requestId: timeOrderedId(new Date(now.getTime() + ms)),
  modelVersion: 'lightgcn-20261031T120000Z-1a2b3c4d',
  shown: [70_000, 3, 12],
});

test('a cursor keeps request, model and items, with or without a model', () => {
  for (const cursor of [at(0), { ...at(0), modelVersion: undefined }])
    expect(decodeShelfCursor(encodeShelfCursor(cursor))).toEqual(cursor);
});

test('a cursor of an older version still says what was shown', () => {
  const shown = [5, 9, 2];
  expect(decodeShelfCursor(`s.${encodeIds(shown)}`)).toEqual({
    requestId: undefined,
    modelVersion: undefined,
    shown,
  });
});

test('rejects a cursor without items, or with an id that has no time', () => {
  for (const cursor of ['s.', 's.not an id', `s.5f1d7e2c-0000-4000-8000-000000000000..${encodeIds([1])}`])
    expect(() => decodeShelfCursor(cursor), cursor).toThrow(/cursor/);
});

test('a page belongs to the first one’s request for a day', () => {
  const minute = 60_000;
  for (const ms of [0, -1_439 * minute, minute / 2]) expect(requestGoingOn(at(ms), now)).toBeDefined();
  for (const ms of [-1_441 * minute, 2 * minute]) expect(requestGoingOn(at(ms), now)).toBeUndefined();
});
