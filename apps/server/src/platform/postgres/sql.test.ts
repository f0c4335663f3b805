import { expect, test } from 'vitest';
import { sql } from './sql.ts';

test('keeps values out of the text, and inserts other statements into it', () => {
  const isWanted = sql`name = ${'Ada'} and tags && ${['a', 'b']}`;
  expect(sql`select ${1}::int where ${isWanted} and ${true}`.compile()).toEqual({
    text: 'select $1::int where name = $2 and tags && $3 and $4',
    values: [1, 'Ada', ['a', 'b'], true],
  });
});

test('joins statements, and an empty list to an empty statement', () => {
  const joined = sql.join([sql`a = ${1}`, sql`b = ${2}`], sql` or `);
  expect(sql`(${joined})`.compile()).toEqual({ text: '(a = $1 or b = $2)', values: [1, 2] });
  expect(sql.join([], sql`, `).compile()).toEqual({ text: '', values: [] });
});

test('quotes a name safely', () => {
  expect(sql`select ${sql.identifier('a"b')} from ${sql.raw('t')}`.compile().text).toBe(
    'select "a""b" from t',
  );
});

test('compiles to the same text every time', () => {
  const statement = sql`select ${1}, ${2}`;
  expect(statement.compile()).toEqual(statement.compile());
});
