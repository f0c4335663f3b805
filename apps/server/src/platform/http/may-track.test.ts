import { expect, test } from 'vitest';
import { mayTrack } from './may-track.ts';

test.each([
  [{}, true],
  [{ dnt: '0' }, true],
  [{ dnt: '1' }, false],
  [{ 'sec-gpc': '1' }, false],
])('with the headers %j, tracking is allowed: %s', (headers, isAllowed) => {
  expect(mayTrack({ headers })).toBe(isAllowed);
  expect(mayTrack({ headers }, { hasOptedOut: true })).toBe(false);
});
