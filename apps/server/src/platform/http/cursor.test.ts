import { expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

test('decodes what it encoded', () => {
  expect(decodeCursor(encodeCursor([4.5, 17]), ['float', 'int4'])).toEqual([4.5, 17]);
  expect(decodeCursor(encodeCursor(['2026-10-31', 17]), ['date', 'int4'])).toEqual(['2026-10-31', 17]);
  const newest = ['2026-10-31T10:00:00.000Z', '9007199254740993'];
  expect(decodeCursor(encodeCursor(newest), ['time', 'int8'])).toEqual(newest);
});

test.each([
  '',
  'x',
  'e30',
  encodeCursor([1]),
  encodeCursor([1, 2, 3]),
  encodeCursor(['a', 1]),
  encodeCursor([1, 2.5]),
  encodeCursor([1, 2 ** 31]),
])('refuses %j', (cursor) => {
  expect(() => decodeCursor(cursor, ['float', 'int4'])).toThrow('invalid-cursor');
});

test('rejects a date that does not exist', () => {
  expect(() => decodeCursor(encodeCursor(['2026-13-45', 1]), ['date', 'int4'])).toThrow('invalid-cursor');
});
