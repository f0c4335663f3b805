import { expect, test } from 'vitest';
import { decodeWindowCursor, encodeWindowCursor, type WindowCursor } from './window-cursor.ts';

const again = (cursor: WindowCursor) => decodeWindowCursor(encodeWindowCursor(cursor));
const window = (shown: number[], readUntil?: Date): WindowCursor => ({
  at: 'window',
  readUntil,
  shown: new Set(shown),
});

test('says which items were shown, and up to when the history was read', () => {
  const shown = [5, 1, 127, 128, 129, 16_384, 1_000_000, 2_147_483_647];
  expect(again(window(shown, new Date(1_700_000_000_123)))).toEqual(
    window(shown, new Date(1_700_000_000_123)),
  );
  expect(again(window([]))).toEqual(window([]));
});

test('says where the index continues', () => {
  const rest: WindowCursor = { at: 'rest', personalised: true, after: 'WyJhIiwxXQ' };
  expect(again(rest)).toEqual(rest);
});

test('fits four hundred products of a million into an address', () => {
  const shown = Array.from({ length: 400 }, (_, index) => 2_500 * index + ((index * 7_919) % 2_500) + 1);
  expect(encodeWindowCursor(window(shown, new Date())).length).toBeLessThan(1_200);
});

test.each([
  '',
  'w',
  'w..gA',
  'w..____________',
  'w.x.',
  'r..a',
  'r.2.a',
  'q.1.a',
  'w.1.a b',
  'w.99999999999999999.',
])('rejects “%s”', (text) => {
  expect(() => decodeWindowCursor(text)).toThrow('invalid-cursor');
});
