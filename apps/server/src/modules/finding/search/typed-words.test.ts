import { expect, test } from 'vitest';
import { findTypedWords } from './typed-words.ts';

const found = (text: string, typed: string) =>
  findTypedWords(text, typed).map(({ start, end }) => text.slice(start, end));

test.each([
  ['Wireless mouse pad', 'mou', ['mou']],
  ['Wireless mouse pad', 'PAD wire', ['Wire', 'pad']],
  ['Mouse and moustache', 'mous', ['Mous', 'mous']],
  ['dormouse', 'mouse', []],
  ['Crème brûlée torch', 'creme brul', ['Crème', 'brûl']],
  ['Cre\u0300me', 'cre', ['Cre\u0300']],
  ['Straße', 'stra', ['Stra']],
  ['茶 tea 🍵', '茶', ['茶']],
  ['Tea & coffee', '& - "', []],
  ['USB-C cable', 'usb-c', ['USB', 'C', 'c']],
  ['anything', '', []],
])('in “%s”, “%s” is found at %j', (text, typed, expected) => {
  expect(found(text, typed)).toEqual(expected);
});

test('counts ranges in UTF-16 units, as strings do', () => {
  expect(findTypedWords('🍵 tea', 'te')).toEqual([{ start: 3, end: 5 }]);
});
