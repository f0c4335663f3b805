import { expect, it } from 'vitest';
import { parsePythonLiteral } from './python-literal.ts';

it.each([
  ["['a', \"b's\", 'c\\'d']", ['a', "b's", "c'd"]],
  ["{'a': None, 'b': True, 'c': [1, -2.5, 1e3], 'd': {}}", { a: null, b: true, c: [1, -2.5, 1000], d: {} }],
  ["('a', 'b',)", ['a', 'b']],
  ["['a' 'b'\n 'c']", ['a', 'b', 'c']],
  ["array(['a', 'b'], dtype=object)", ['a', 'b']],
  ['[nan, NaN, null, true, False]', [null, null, null, true, false]],
  ["u'caf\\xe9 \\u6f22 \\U0001f381 \\n'", 'café 漢 🎁 \n'],
  ['[]', []],
  ["'\\d'", '\\d'],
])('reads %s', (text, value) => {
  const found = parsePythonLiteral(text);
  expect(JSON.parse(JSON.stringify(found))).toEqual(value);
});

it.each([
  "['a'",
  "{'a' 'b'}",
  "{'a': }",
  "['a'] tail",
  '__import__("os")',
  "'\\xzz'",
  '',
  "'no end",
  '['.repeat(100),
  "{'a': 1 'b': 2}",
])('refuses %s', (text) => {
  expect(() => parsePythonLiteral(text)).toThrow(SyntaxError);
});

it('treats __proto__ as a key like any other', () => {
  const dict = parsePythonLiteral("{'__proto__': {'polluted': True}}") as Record<string, unknown>;
  expect(Object.keys(dict)).toEqual(['__proto__']);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
