import { expect, test } from 'vitest';
import { sql } from './sql.ts';

test('leaves values out of the text, and takes other statements into it', () => {
  const isWanted = sql`name = ${'Ada'} and tags && ${['a', 'b']}`;
  expect(sql`select ${1}::int where ${isWanted} and ${true}`.compile()).toEqual({
    text: 'select $1::int where name = $2 and tags && $3 and $4',
    values: [1, 'Ada', ['a', 'b'], true],
  });
});

test('joins statements, and none to nothing', () => {
  const joined = sql.join([sql`a = ${1}`, sql`b = ${2}`], sql` or `);
  expect(sql`(${joined})`.compile()).toEqual({ text: '(a = $1 or b = $2)', values: [1, 2] });
  expect(sql.join([], sql`, `).compile()).toEqual({ text: '', values: [] });
});

test('puts a name into quotes, which it cannot leave', () => {
  expect(sql`select ${sql.identifier('a"b')} from ${sql.raw('t')}`.compile().text).toBe(
    'select "a""b" from t',
  );
});

test('says the same every time it is asked', () => {
  const statement = sql`select ${1}, ${2}`;
  expect(statement.compile()).toEqual(statement.compile());
});
