import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeOfId, timeOrderedId } from './time-ordered-id.ts';

const times = fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true });

test('an id has its time, and the version and variant of RFC 9562', () => {
  fc.assert(
    fc.property(times, (at) => {
      const id = timeOrderedId(at);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(timeOfId(id)).toEqual(at);
    }),
  );
});

test('ids sort by their time, and two of the same time differ', () => {
  fc.assert(
    fc.property(times, times, (one, other) => {
      const [first, second] = [timeOrderedId(one), timeOrderedId(other)];
      expect(first).not.toBe(second);
      if (one < other) expect(first < second).toBe(true);
    }),
  );
});

test('an id of another version has no time', () => {
  expect(timeOfId(randomUUID())).toBeUndefined();
});
