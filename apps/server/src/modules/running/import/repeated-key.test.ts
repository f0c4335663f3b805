import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findRepeatedKey } from './repeated-key.ts';

const find = (json: string) => findRepeatedKey(json, JSON.parse(json));

it.each([
  ['{"a":1,"a":2}', 'a'],
  ['{"a" : 1, "b":2, "a"\t: 1}', 'a'],
  ['{"a":{"b":1,"b":1}}', 'b'],
  ['{"a":[{"b":1},{"c":[],"c":1}]}', 'c'],
  ['{"a":1,"\\u0061":2}', 'a'],
  ['{"":1,"":2}', ''],
  ['{"a\\"b":1,"a\\"b":2}', 'a"b'],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ['{"a":"\\":","a":2}', 'a'],
])('finds the repeated key in %s', (json, key) => {
  expect(find(json)).toBe(key);
});

it.each([
  '{}',
  '{"a":{"a":{"a":[{"a":1},{"a":1}]}}}',
  '{"a":"\\"a\\":1,\\"a\\":2"}',
  '{"a" : "\\\\", "b":"\\\\\\""}',
  `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
])('finds none in %.60s', (json) => {
  expect(find(json)).toBeNull();
});

it('finds none in any output of JSON.stringify', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 1), (value, space) => {
      const json = JSON.stringify(value, null, space);
      expect(find(json)).toBeNull();
    }),
  );
});
