import { expect, test } from 'vitest';
import { findIssues, hasEntryOf, keyOfGroup } from './synonym-groups.ts';

test('reports an entry that reads the same as an earlier one, with its position', () => {
  expect(findIssues(['raincoat', 'anorak', 'Rain Coats', 'ÁNORAK'])).toEqual([
    {
      in: 'body',
      pointer: '/words/2',
      code: 'repeated',
      message: '“Rain Coats” reads the same as “raincoat”',
    },
    { in: 'body', pointer: '/words/3', code: 'repeated', message: '“ÁNORAK” reads the same as “anorak”' },
  ]);
  expect(findIssues(['jigsaw', 'puzzle', 'jigsaw puzzle'])).toEqual([]);
});

test('an entry has one to four words', () => {
  expect(findIssues(['!!!', 'one two three four five', 'pots and-pans & lids'])).toMatchObject([
    { pointer: '/words/0', code: 'too-few', params: { min: 1 }, message: '“!!!” contains no word' },
    { pointer: '/words/1', code: 'too-many', params: { max: 4 } },
  ]);
});

test('groups with the same entries in another order or form are equal', () => {
  expect(keyOfGroup(['sofa', 'Couches'])).toBe(keyOfGroup(['couch', 'Sofas']));
  expect(keyOfGroup(['sofa', 'couch'])).not.toBe(keyOfGroup(['sofa', 'couch', 'settee']));
});

test('a group contains a word if one of its entries does', () => {
  const group = ['Running Shoes', 'sneaker', 'raincoat'];
  for (const words of [['shoe'], ['shoes', 'running'], ['sneakers'], ['rain', 'coat']])
    expect(hasEntryOf(group, words), words.join(' ')).toBe(true);
  for (const words of [['run'], ['running', 'sneaker'], ['coat']])
    expect(hasEntryOf(group, words), words.join(' ')).toBe(false);
});
