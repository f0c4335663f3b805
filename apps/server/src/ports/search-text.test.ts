import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSearchText, withSynonyms, wordsOf } from './search-text.ts';

const groups = [
  ['sneaker', 'trainer', 'running shoe'],
  ['sofa', 'couch'],
  ['trainer', 'coach'],
];
const expand = (text: string) => withSynonyms(splitSearchText(text), groups);

test('removes capitals, accents and signs from words', () => {
  expect(wordsOf('Café-Crème, 10.5″ STRAẞE Smørrebrød')).toEqual([
    'cafe',
    'creme',
    '10',
    '5',
    'strasse',
    'smorrebrod',
  ]);
  expect(wordsOf('竹制 茶盘')).toEqual(['竹制', '茶盘']);
  expect(wordsOf('がぎ')).toEqual(['がぎ']);
  expect(wordsOf('Йод, ёлка')).toEqual(['йод', 'елка']);
});

test('quotation marks make a phrase of several words', () => {
  expect(splitSearchText('red "Cast Iron" “tea pot” "one" "open')).toEqual([
    { words: ['red'], isPhrase: false, synonyms: [] },
    { words: ['cast', 'iron'], isPhrase: true, synonyms: [] },
    { words: ['tea', 'pot'], isPhrase: true, synonyms: [] },
    { words: ['one'], isPhrase: false, synonyms: [] },
    { words: ['open'], isPhrase: false, synonyms: [] },
  ]);
});

test('finds synonyms of one or several words, in any form', () => {
  expect(expand('couches')).toEqual([{ words: ['couches'], isPhrase: false, synonyms: [['sofa']] }]);
  expect(expand('red running shoes')).toEqual([
    { words: ['red'], isPhrase: false, synonyms: [] },
    { words: ['running', 'shoes'], isPhrase: false, synonyms: [['sneaker'], ['trainer']] },
  ]);
  expect(expand('running')).toEqual(splitSearchText('running'));
});

test('a word of two groups has the synonyms of both', () => {
  expect(expand('trainer')[0]?.synonyms).toEqual([['sneaker'], ['running', 'shoe'], ['coach']]);
});

test('a joined part keeps its words, and another split of them is another spelling', () => {
  const joined = { words: ['sofa', 'bed'], isPhrase: false, synonyms: [['sofabed']] };
  expect(withSynonyms([joined, ...splitSearchText('red')], groups)).toEqual([
    joined,
    ...splitSearchText('red'),
  ]);
  const size = { words: ['12', 'sofa'], isPhrase: false, synonyms: [] };
  expect(withSynonyms([size], groups)).toEqual([size]);
  const kettles = [['gooseneck kettle', 'pouring kettle']];
  const neck = { words: ['goose', 'neck'], isPhrase: false, synonyms: [['gooseneck']] };
  expect(withSynonyms([neck, ...splitSearchText('kettle')], kettles)).toEqual([
    {
      words: ['goose', 'neck', 'kettle'],
      isPhrase: false,
      synonyms: [
        ['gooseneck', 'kettle'],
        ['pouring', 'kettle'],
      ],
    },
  ]);
});

test('a phrase has no synonyms', () => {
  for (const phrase of ['"running shoe"', '"sofa bed"', 'red "sofa bed"'])
    expect(expand(phrase)).toEqual(splitSearchText(phrase));
});

test('no text loses a word, and words have only letters and digits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const words = expand(text).flatMap((part) => part.words);
      expect(words).toEqual(wordsOf(text));
      expect(words.filter((word) => !/^[\p{L}\p{N}\p{M}]+$/u.test(word))).toEqual([]);
    }),
  );
});
